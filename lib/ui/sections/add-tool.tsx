// Adds a tool by its address. The browser's own permission prompt is asked for inside the person's act.
import { useId, useRef, useState } from "preact/hooks";
import type { Tool } from "../../../schemas/tool.ts";
import { ask } from "../../messaging/ask.ts";
import { browser } from "../../platform/browser.ts";
import { browserPattern, patternOf } from "../../scope/pattern.ts";
import { bundled } from "../../vocabulary/bundled.ts";
import { addressWords } from "../address-words.ts";
import { must, Said, useAct } from "../use-act.tsx";

const given = (form: FormData, name: string): string => String(form.get(name) ?? "").trim();

export function AddTool({ listed }: { listed: readonly Tool[] }) {
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const acting = useAct();
  const problemId = useId();
  const submit = (event: Event) => {
    event.preventDefault();
    const data = new FormData(form.current!);
    const found = patternOf(given(data, "address"));
    if (!found.ok) return setProblem(addressWords[found.problem]);
    if (listed.some(({ pattern }) => pattern === found.pattern)) {
      return setProblem(
        `This would change nothing: ${found.host} is on your list already. Remove it there to add it anew.`,
      );
    }
    setProblem(undefined);
    const alias = given(data, "alias") || found.host;
    // Before anything is awaited: a browser shows its prompt only inside the person's own act.
    const granted = browser.permissions.request({
      origins: [browserPattern(found.pattern, import.meta.env.FIREFOX)],
    });
    acting.run(async () => {
      if (!(await granted))
        return `Not added: the browser was not given permission for ${found.host}. Nothing is recorded there.`;
      const { pattern } = found;
      const vocabulary = given(data, "vocabulary") || null;
      must(
        await ask("tool.add", {
          alias,
          pattern,
          owner: given(data, "owner"),
          reason: given(data, "reason"),
          vocabulary,
        }),
      );
      // Who is quick has begun with the next one.
      const now = form.current && new FormData(form.current);
      if (now && [...data].every(([name, value]) => now.get(name) === value)) form.current?.reset();
      return `${alias} is added.`;
    });
  };
  return (
    <form class="card stack" ref={form} onSubmit={submit} noValidate>
      <h2>Add a tool by address</h2>
      <div class="fields">
        <label class="field">
          Address
          <input
            type="text"
            name="address"
            inputMode="url"
            autoComplete="off"
            spellcheck={false}
            maxLength={250}
            placeholder="https://flows.example.com"
            aria-invalid={problem !== undefined}
            aria-describedby={problemId}
          />
        </label>
        <label class="field">
          Name
          <input type="text" name="alias" maxLength={200} placeholder="as you call it" autoComplete="off" />
        </label>
        <label class="field">
          Owner
          <input
            type="text"
            name="owner"
            maxLength={200}
            placeholder="who runs the tool"
            autoComplete="off"
          />
        </label>
        <label class="field">
          Reason
          <input
            type="text"
            name="reason"
            maxLength={200}
            placeholder="what agents would learn there"
            autoComplete="off"
          />
        </label>
        <label class="field">
          Vocabulary
          <select name="vocabulary">
            <option value="">None: roles and order only</option>
            {bundled().map(({ tool, title, version }) => (
              <option key={tool} value={tool}>
                {title}, version {version}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="note pause small said" id={problemId} role="alert">
        {problem}
      </p>
      <div class="row">
        <button type="submit" class="btn" disabled={acting.busy}>
          Add tool
        </button>
        <span class="small quiet">
          The browser asks you for permission. Name, owner and reason stay here.
        </span>
      </div>
      <Said acting={acting} />
    </form>
  );
}
