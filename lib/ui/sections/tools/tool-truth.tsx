// What is true of a tool right now, and the way to change it.
import type { Tool } from "../../../../schemas/tool.ts";
import { ask } from "../../../messaging/ask.ts";
import { keyed, t } from "../../../platform/words.ts";
import { originOf } from "../../../scope/pattern.ts";
import { type Acting, must } from "../../use-act.tsx";
import { askBrowser } from "./ask-browser.ts";
import type { ToolState } from "./tool-state.ts";

interface ToolTruthProps {
  tool: Tool;
  state: ToolState;
  acting: Acting;
}

export function ToolTruth({ tool, state, acting }: ToolTruthProps) {
  if (state === "still") return null;
  const grant = () => {
    if (acting.busy) return;
    const granted = askBrowser(tool.pattern);
    acting.run(async () => {
      const { host } = new URL(originOf(tool.pattern));
      return (await granted) ? t("intool.granted", tool.alias) : t("intool.notGranted", host);
    });
  };
  const cover = () =>
    acting.run(async () => {
      const { alias, pattern, owner, reason, vocabulary, listedBy } = tool;
      must(
        listedBy
          ? await ask("tool.take", { pattern })
          : await ask("tool.add", { alias, pattern, owner, reason, vocabulary }),
      );
      return t("add.added", alias);
    });
  return (
    <div class={state === "recording" ? "tool-truth here" : "tool-truth"}>
      <p>{t(`intool.state.${keyed(state)}`)}</p>
      {state === "shut" && (
        <button type="button" class="btn small" aria-describedby={`tool-${tool.id}`} onClick={grant}>
          {t("intool.grant")}
        </button>
      )}
      {state === "uncovered" && (
        <button type="button" class="btn small" aria-describedby={`tool-${tool.id}`} onClick={cover}>
          {t("intool.cover")}
        </button>
      )}
    </div>
  );
}
