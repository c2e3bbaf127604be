// Adds a tool by its address. The browser's own permission prompt is asked for inside the person's act.
import { useId, useRef, useState } from "preact/hooks";
import type { Tool } from "../../../schemas/tool.ts";
import { ask } from "../../messaging/ask.ts";
import { browser } from "../../platform/browser.ts";
import { t } from "../../platform/words.ts";
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
    if (!found.ok) return setProblem(addressWords(found.problem));
    if (listed.some(({ pattern }) => pattern === found.pattern)) {
      return setProblem(t("add.listed", found.host));
    }
    setProblem(undefined);
    const alias = given(data, "alias") || found.host;
    // Before anything is awaited: a browser shows its prompt only inside the person's own act.
    const granted = browser.permissions.request({
      origins: [browserPattern(found.pattern, import.meta.env.FIREFOX)],
    });
    acting.run(async () => {
      if (!(await granted)) return t("add.refused", found.host);
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
      return t("add.added", alias);
    });
  };
  return (
    <form class="card stack" ref={form} onSubmit={submit} noValidate>
      <h2>{t("add.title")}</h2>
      <div class="fields">
        <label class="field">
          {t("tool.address")}
          <input
            type="text"
            name="address"
            inputMode="url"
            autoComplete="off"
            spellcheck={false}
            maxLength={250}
            placeholder={t("add.addressExample")}
            aria-invalid={problem !== undefined}
            aria-describedby={problemId}
          />
        </label>
        <label class="field">
          {t("tool.name")}
          <input
            type="text"
            name="alias"
            maxLength={200}
            placeholder={t("add.nameExample")}
            autoComplete="off"
          />
        </label>
        <label class="field">
          {t("tool.owner")}
          <input
            type="text"
            name="owner"
            maxLength={200}
            placeholder={t("add.ownerExample")}
            autoComplete="off"
          />
        </label>
        <label class="field">
          {t("tool.reason")}
          <input
            type="text"
            name="reason"
            maxLength={200}
            placeholder={t("add.reasonExample")}
            autoComplete="off"
          />
        </label>
        <label class="field">
          {t("tool.vocabulary")}
          <select name="vocabulary">
            <option value="">{t("tool.noVocabulary")}</option>
            {bundled().map(({ tool, title, version }) => (
              <option key={tool} value={tool}>
                {t("tool.edition", title, version)}
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
          {t("add.submit")}
        </button>
        <span class="small quiet">{t("add.hint")}</span>
      </div>
      <Said acting={acting} />
    </form>
  );
}
