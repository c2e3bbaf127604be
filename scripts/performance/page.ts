// The page on performance and the README's figures, out of what the benches wrote. Pure but for reading the files.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type FigureResults, figureSection, type SectionName, sections } from "./figures.ts";
import { type OverheadResults, overheadFigures, overheadSection } from "./overhead.ts";

export interface Results extends Record<Exclude<SectionName, "pages" | "collector">, FigureResults> {
  overhead: OverheadResults;
  /** Undefined before it was run: it takes a quarter of an hour, and wants the machine for itself. */
  pages: FigureResults | undefined;
  collector: FigureResults | undefined;
}

const names = Object.keys(sections) as SectionName[];

/** What `npm run bench -- NAME --write` left; each name has a section of its own. */
export function readResults(root: string): Results {
  const fileOf = (name: string) => join(root, "bench/results", `${name}.json`);
  const of = (name: string) => {
    const file = fileOf(name);
    if (!existsSync(file)) throw new Error(`Run \`npm run bench -- ${name} --write\` first.`);
    return JSON.parse(readFileSync(file, "utf8"));
  };
  const perhaps = (name: string) => (existsSync(fileOf(name)) ? of(name) : undefined);
  return {
    overhead: of("overhead"),
    worker: of("worker"),
    store: of("store"),
    pages: perhaps("pages"),
    soak: of("soak"),
    collector: perhaps("collector"),
  };
}

const intro = `# Performance

What recording and collecting cost, measured by this repository's own benches. This page is written by \`node scripts/performance.ts\`
out of [their results](../bench/results); a test compares the two.
`;

export const performancePage = (results: Results): string =>
  [intro, overheadSection(results.overhead), ...names.map((name) => figureSection(name, results[name]))].join(
    "\n",
  );

const begin = "<!-- figures of bench/results, written by scripts/performance.ts -->";
const end = "<!-- end of the figures -->";

/** The README with the figures of now between its marks. */
export function withFigures(readme: string, { overhead }: Results): string {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error("The README has no place for the figures.");
  return `${readme.slice(0, from + begin.length)}\n${overheadFigures(overhead)}\n${readme.slice(to)}`;
}
