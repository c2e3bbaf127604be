// The answer as it is being made: nothing is preselected, and what was agreed to before stands as it was said.
import { useEffect, useRef, useState } from "preact/hooks";
import { type SwitchName, switchNames } from "../../../../schemas/step.ts";
import { ask } from "../../../messaging/ask.ts";
import { browser } from "../../../platform/browser.ts";
import { t } from "../../../platform/words.ts";
import { narrow, widest } from "../../../policy/narrow.ts";
import { policyOf } from "../../../policy/state.ts";
import { browserPattern } from "../../../scope/pattern.ts";
import { listWords } from "../../time-words.ts";
import type { Acting } from "../../use-act.tsx";
import type { PageFacts } from "../../use-facts.ts";
import type { Choice, ToolChoice } from "./tool-choice.ts";

export interface AnswerInTheMaking {
  kinds: readonly SwitchName[];
  /** Patterns of the tools that are switched on. */
  tools: readonly string[];
  /** Kinds that the company's policy keeps off. */
  held: ReadonlySet<SwitchName>;
  /** Agreeing was tried with nothing switched on. */
  problem: boolean;
  chooseKinds: (kinds: readonly SwitchName[]) => void;
  chooseTools: (patterns: readonly string[]) => void;
  agree: () => void;
}

export function useAnswer(facts: PageFacts, { choices, own }: ToolChoice, acting: Acting): AnswerInTheMaking {
  const { consent, receipt, policy } = facts;
  const covered = choices.filter(({ id }) => id && consent.tools.includes(id)).map(({ pattern }) => pattern);
  const [kinds, setKinds] = useState(consent.kinds);
  const [tools, setTools] = useState<readonly string[]>(covered);
  const [problem, setProblem] = useState(false);
  const answer = `${receipt?.id} ${consent.answer}`;
  const answered = useRef(answer);
  useEffect(() => {
    // After an answer the switches are those of the answer: off after a no, and when the answer counts no more.
    if (answered.current === answer) return;
    answered.current = answer;
    setKinds(consent.kinds);
    setTools(covered);
  }, [answer]);
  const open = narrow(
    { ...widest, tools: [], kinds: switchNames, reviewHours: null },
    policyOf(policy),
  ).kinds;
  const on = kinds.filter((kind) => open.includes(kind));
  const chosen = choices.filter(({ pattern, held }) => tools.includes(pattern) && !held);
  const agree = () => {
    if (on.length === 0) return setProblem(true);
    const wanted = chosen.filter(({ id }) => id === undefined);
    // Before anything is awaited: a browser shows its prompt only inside the person's own act.
    const granted = wanted.length > 0 ? mayAll(wanted) : Promise.resolve(true);
    acting.run(async () => {
      const { taken, left } = (await granted) ? await takeAll(wanted) : { taken: [], left: wanted };
      const ids = [...own.map(({ id }) => id), ...chosen.flatMap(({ id }) => id ?? []), ...taken];
      await ask("consent.agree", { kinds: [...on], tools: ids });
      if (left.length === 0) return undefined;
      return t("notice.notCovered", listWords(left.map(({ tool }) => tool.alias)));
    });
  };
  return {
    kinds: on,
    tools: chosen.map(({ pattern }) => pattern),
    held: new Set(switchNames.filter((kind) => !open.includes(kind))),
    problem,
    chooseKinds: (next) => {
      setKinds(next);
      setProblem(false);
    },
    chooseTools: setTools,
    agree,
  };
}

const mayAll = (wanted: readonly Choice[]): Promise<boolean> =>
  browser.permissions.request({
    origins: wanted.map(({ pattern }) => browserPattern(pattern, import.meta.env.FIREFOX)),
  });

/** Takes them over from the company's list; `left` are those that could not be. */
async function takeAll(wanted: readonly Choice[]) {
  const taken: string[] = [];
  const left: Choice[] = [];
  for (const choice of wanted) {
    const { ok, tool } = await ask("tool.take", { pattern: choice.pattern });
    if (ok && tool !== undefined) taken.push(tool);
    else left.push(choice);
  }
  return { taken, left };
}
