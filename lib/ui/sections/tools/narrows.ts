// Changes what is recorded in a tool. The background is always told both parts: it replaces them.
import { switchNames } from "../../../../schemas/step.ts";
import type { Tool, ToolNarrowing } from "../../../../schemas/tool.ts";
import { ask } from "../../../messaging/ask.ts";
import { t } from "../../../platform/words.ts";
import { type Acting, must } from "../../use-act.tsx";

/** Asks for a change of one part; the other stays as it is. */
export type Narrows = (change: ToolNarrowing) => void;

export const narrowsOf =
  (tool: Tool, acting: Acting): Narrows =>
  (change) =>
    acting.run(async () => {
      const { kinds, exclude } = { kinds: tool.kinds, exclude: tool.exclude, ...change };
      // All of them is no narrowing: a kind that is agreed to later is recorded here as well.
      const fewer = kinds && switchNames.some((kind) => !kinds.includes(kind));
      must(
        await ask("tool.narrow", {
          tool: tool.id,
          ...(fewer && { kinds }),
          ...(exclude && exclude.length > 0 && { exclude }),
        }),
      );
      return t("intool.narrowed", tool.alias);
    });
