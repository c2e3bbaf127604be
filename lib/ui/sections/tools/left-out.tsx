// The parts of a tool that are left out, by their path, and a way to try a page.
import { useId, useState } from "preact/hooks";
import type { Tool } from "../../../../schemas/tool.ts";
import { keyed, t } from "../../../platform/words.ts";
import { narrowTool } from "../../../policy/narrow.ts";
import { policyOf } from "../../../policy/state.ts";
import { checkPath } from "../../../scope/check-path.ts";
import { Icon } from "../../icons.tsx";
import type { Facts } from "../../recording-state.ts";
import { TryPage } from "./try-page.tsx";
import type { Narrows } from "./use-narrowing.ts";

interface LeftOutProps {
  facts: Facts;
  tool: Tool;
  narrows: Narrows;
}

/** All that is left out of a tool, the company's paths with it. */
export function excludedOf({ policy }: Pick<Facts, "policy">, tool: Tool): readonly string[] {
  const said = policyOf(policy);
  return [...new Set((said ? narrowTool(tool, said) : tool)?.exclude ?? [])];
}

export function LeftOut({ facts, tool, narrows }: LeftOutProps) {
  const own = tool.exclude ?? [];
  const all = excludedOf(facts, tool);
  return (
    <section class="stack tight" aria-labelledby={`out-${tool.id} tool-${tool.id}`}>
      <h3 id={`out-${tool.id}`}>{t("leftout.title")}</h3>
      {all.length === 0 ? (
        <p class="small quiet">{t("leftout.none")}</p>
      ) : (
        <ul class="paths">
          {all.map((path) => (
            <li key={path} class={own.includes(path) ? "tag" : "tag held"}>
              <code>{path}</code>
              {own.includes(path) ? (
                <button
                  type="button"
                  class="close"
                  aria-label={t("leftout.include", path)}
                  onClick={() => narrows({ exclude: own.filter((one) => one !== path) })}
                >
                  <Icon name="close" />
                </button>
              ) : (
                <span>{t("leftout.byPolicy")}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <AddPath tool={tool} narrows={narrows} />
      <TryPage pattern={tool.pattern} exclude={all} />
    </section>
  );
}

function AddPath({ tool, narrows }: { tool: Tool; narrows: Narrows }) {
  const [written, setWritten] = useState("");
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const problemId = useId();
  const add = (event: Event) => {
    event.preventDefault();
    const check = checkPath(written, tool);
    if (!check.ok) return setProblem(t(`leftout.problem.${keyed(check.problem)}`));
    setWritten("");
    narrows({ exclude: [...(tool.exclude ?? []), check.path] });
  };
  return (
    <form class="one-line" onSubmit={add} noValidate>
      <label class="field">
        {t("leftout.path")}
        <input
          type="text"
          value={written}
          maxLength={250}
          placeholder={t("leftout.pathExample")}
          spellcheck={false}
          autoComplete="off"
          onInput={({ currentTarget }) => {
            setProblem(undefined);
            setWritten(currentTarget.value);
          }}
          aria-invalid={problem !== undefined}
          aria-describedby={problemId}
        />
      </label>
      <button type="submit" class="btn">
        {t("leftout.submit")}
      </button>
      <p class="note pause small said" id={problemId} role="alert">
        {problem}
      </p>
    </form>
  );
}
