// Drafts as the tests of the rules need them: said is only what a rule looks at.
import type { StepOf } from "../../schemas/step.ts";
import type { Role } from "../../schemas/target.ts";
import type { Draft, DraftTarget, Rule } from "./rule.ts";
import { type Words, wordsOfVocabulary } from "./words.ts";

const place = { tool: "AAAAAAAAAAAAAAAAAAAAAA", route: 0, effect: "nothing" as const };

export const target = (role: Role, more: Partial<DraftTarget> = {}): DraftTarget => ({
  ...{ role, name: null, path: [], selectors: [], state: [], terms: [] },
  ...more,
});

/** A field at this place of its form. */
export const field = (nth: number, tag: "input" | "textarea" = "input"): DraftTarget =>
  target("textbox", {
    path: [
      { tag: "form", nth: 0 },
      { tag: "div", nth },
      { tag, nth: 0 },
    ],
  });

export const click = (more: Partial<Draft> = {}): Draft => ({
  ...{ ...place, kind: "click", button: "main", count: 1 },
  ...more,
});
export const typing = (more: Partial<Draft> & Partial<Pick<StepOf<"typing">, "length">> = {}): Draft => ({
  ...{ ...place, kind: "typing", effect: "changed", keys: [], corrections: 0, by: ["keys"], length: 7 },
  ...more,
});
export const shortcut = (command: string, more: Partial<Draft> = {}): Draft => ({
  ...{ ...place, kind: "shortcut", command, effect: "changed" },
  ...more,
});
export const clip = (act: string, more: Partial<Draft> = {}): Draft => ({
  ...{ ...place, kind: "clipboard", act, from: null, effect: act === "copied" ? "nothing" : "changed" },
  ...more,
});
export const other = (kind: Draft["kind"], more: Partial<Draft> = {}): Draft => ({ ...place, kind, ...more });

/** Terms 0 to 3: Save, Search, Deploy, and Approve in English only; attribute 0 is what Save is on. */
export const words: Words = wordsOfVocabulary({
  terms: [
    { en: "Save", de: "Speichern" },
    { en: "Search ...", de: "Suche" },
    { en: "Deploy", de: "Übernehmen" },
    { en: "Approve" },
  ],
  attributes: [{ term: 0 }, {}],
});

export const ruled = (rule: Rule, ...drafts: Draft[]): Draft[] => rule(drafts, () => words);
export const kindsOf = (drafts: readonly Draft[]): string[] => drafts.map(({ kind }) => kind);
