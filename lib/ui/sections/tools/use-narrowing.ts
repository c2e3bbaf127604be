// Changes what is recorded in a tool, one change after the other: who is quick loses none. The background is always
// told both parts: it replaces them.
import { useEffect, useRef, useState } from "preact/hooks";
import { switchNames } from "../../../../schemas/step.ts";
import type { Tool, ToolNarrowing } from "../../../../schemas/tool.ts";
import { ask } from "../../../messaging/ask.ts";
import { t } from "../../../platform/words.ts";
import { failed, must } from "../../use-act.tsx";

/** Asks for a change of one part; the other stays as it is. */
export type Narrows = (change: ToolNarrowing) => void;

export interface Narrowing {
  /** The tool with what was asked for and is not stored yet. */
  tool: Tool;
  narrows: Narrows;
  said: string | undefined;
}

export function useNarrowing(stored: Tool): Narrowing {
  const wanted = useRef<ToolNarrowing | undefined>(undefined);
  const asking = useRef<Promise<void> | undefined>(undefined);
  const [, draw] = useState(0);
  const [said, say] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (!asking.current && isSame(wanted.current, stored)) wanted.current = undefined;
  });
  const one = async (asked: ToolNarrowing) => {
    // A newer one says this one's part as well.
    if (wanted.current !== asked) return;
    try {
      must(await ask("tool.narrow", { tool: stored.id, ...asked }));
      say(t("intool.narrowed", stored.alias));
    } catch (problem) {
      say(failed(problem));
      if (wanted.current === asked) wanted.current = undefined;
    }
  };
  const narrows: Narrows = (change) => {
    const asked = narrowest({ ...(wanted.current ?? partsOf(stored)), ...change });
    wanted.current = asked;
    const mine = (asking.current ?? Promise.resolve())
      .then(() => one(asked))
      .finally(() => {
        if (asking.current === mine) asking.current = undefined;
        draw((times) => times + 1);
      });
    asking.current = mine;
    draw((times) => times + 1);
  };
  const { kinds: _, exclude: __, ...rest } = stored;
  return { tool: wanted.current ? { ...rest, ...wanted.current } : stored, narrows, said };
}

const partsOf = ({ kinds, exclude }: ToolNarrowing): ToolNarrowing => ({
  ...(kinds && { kinds }),
  ...(exclude && { exclude }),
});

/** All kinds are no narrowing: one that is agreed to later is recorded here as well. */
function narrowest({ kinds, exclude }: ToolNarrowing): ToolNarrowing {
  const fewer = kinds && switchNames.some((kind) => !kinds.includes(kind));
  return { ...(fewer && { kinds }), ...(exclude && exclude.length > 0 && { exclude }) };
}

const isSame = (a: ToolNarrowing | undefined, b: ToolNarrowing): boolean =>
  a !== undefined && JSON.stringify(partsOf(a)) === JSON.stringify(partsOf(b));
