// What the README says of the attack on what leaves, out of what `npm run bench -- reid --write` left.
import { attacksOn, type ReidResults } from "./measured.ts";

const begin = "<!-- figures of bench/results/reid.json, written by scripts/performance.ts -->";
const end = "<!-- end of the figures of the attack -->";

const titles = { typing: "typing", pointing: "pointer", work: "a simulated company's work" } as const;
/** What remains useful, by the bench's names. */
const kept = {
  "elements-kept": "of the elements",
  "order-kept": "of the order, but among fields",
  "order-kept-among-fields": "of the order among the fields of a page",
  "lengths-of-lines-kept": "of the lengths of filled lines",
} as const;

const percent = (share: number): string => `${Number((100 * share).toPrecision(3))}%`;

/** Says so where it was not measured. */
export function attackFigures(reid: ReidResults | undefined): string {
  if (!reid) return "It was not measured with this version yet.";
  const rows = Object.entries(attacksOn(reid)).map(
    ([name, { people, recorded, shipped }]) =>
      `| ${titles[name as keyof typeof titles]}, ${people} people | ${percent(recorded)} | ${percent(shipped)} | ${percent(1 / people)} |`,
  );
  const useful = Object.entries(kept).flatMap(([name, what]) => {
    const figure = reid.figures[name];
    return figure === undefined ? [] : [`${percent(figure)} ${what}`];
  });
  return [
    "| the best attacker names the person, of 20 linked samples | recorded | shipped | chance |",
    "| --- | ---: | ---: | ---: |",
    ...rows,
    ...(useful.length > 0 ? ["", `What leaves keeps ${useful.join(", ")}.`] : []),
  ].join("\n");
}

/** The README with the attack's figures of now between its marks. */
export function withAttacks(readme: string, reid: ReidResults | undefined): string {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error("The README has no place for the attack's figures.");
  return `${readme.slice(0, from + begin.length)}\n${attackFigures(reid)}\n${readme.slice(to)}`;
}
