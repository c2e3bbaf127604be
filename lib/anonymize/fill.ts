// A field that is filled: typed into, pasted into or chosen. A run is what is filled on one page with nothing between.
import { type Draft, isSamePage } from "./rule.ts";

export const isFill = ({ kind, act }: Draft): boolean =>
  kind === "typing" || kind === "choose" || (kind === "clipboard" && act === "pasted");

/** The same steps with each run of fills changed. */
export function eachRun(drafts: readonly Draft[], change: (run: readonly Draft[]) => Draft[]): Draft[] {
  const done: Draft[] = [];
  let run: Draft[] = [];
  const end = () => {
    if (run.length > 0) done.push(...change(run));
    run = [];
  };
  for (const draft of drafts) {
    const before = run.at(-1);
    if (!isFill(draft) || (before && !isSamePage(before, draft))) end();
    if (isFill(draft)) run.push(draft);
    else done.push(draft);
  }
  end();
  return done;
}

/** The same for the same field, whatever stands in it: the place in the page first, link by link. */
export function placeOf({ target, kind }: Draft): string {
  if (!target) return kind;
  const links = target.path.map(({ tag, nth }) => `${String(nth).padStart(7, "0")} ${tag}`);
  return `${links.join("/")} ${target.role} ${target.name}`;
}
