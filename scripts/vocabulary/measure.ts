// `--coverage FILE URL`: goes through the application and asks the recorder's code for the name of everything that
// can be acted on; `--coverage FILE STEPS.jsonl`: counts in what was recorded.
import { readFileSync } from "node:fs";
import type { Options } from "./arguments.ts";
import { describeCoverage, recordedTargets, tabulate } from "./coverage.ts";
import { launchBrowser, placesOf } from "./crawl.ts";
import type { Covered } from "./found.ts";
import { isRisky } from "./keep.ts";
import { type Press, type Shown, type State, visit } from "./visit.ts";
import { readVocabulary } from "./written-file.ts";

export async function measure(file: string, of: string, options: Options): Promise<void> {
  const vocabulary = readVocabulary(file);
  if (!/^https?:/.test(of)) {
    console.log(describeCoverage(tabulate(recordedTargets(readFileSync(of, "utf8"), vocabulary))).join("\n"));
    return;
  }
  const { routes, terms, attributes, elements } = vocabulary;
  const expression = `tooltrailCrawler.coverage(${JSON.stringify({ routes, terms, attributes, elements })})`;
  const targets = await targetsOf(of, expression, options);
  console.log(describeCoverage(tabulate(targets)).join("\n"));
  const unnamed = targets.filter(({ named }) => !named).map(({ role, called }) => `${role} "${called}"`);
  console.log(`Unnamed, most frequent first:\n${mostFrequent(unnamed).slice(0, 40).join("\n")}`);
}

/** The targets of all states, what was seen in several only once. Covers what a crawl without a second account sees. */
async function targetsOf(address: string, expression: string, options: Options): Promise<Covered[]> {
  const browser = await launchBrowser();
  const until = Date.now() + Number(options.seconds) * 1000;
  try {
    const { place } = await placesOf(browser, address, options);
    const states: State[] = [{ address, presses: [], tries: [] }];
    const known = new Set<string>();
    const targets = new Map<string, Covered>();
    const take = (shown: Shown<Covered[]> | undefined, presses: readonly Press[]) => {
      for (const one of shown?.frames.flatMap(({ found }) => found) ?? [])
        targets.set(`${one.route}\n${one.role}\n${one.called}\n${one.named}`, one);
      const fresh = (shown?.presses ?? []).filter(
        ({ key, name, leaves }) => !known.has(key) && !leaves && !isRisky(name, options.submit),
      );
      for (const { key } of fresh) known.add(key);
      if (presses.length >= Number(options.depth)) return;
      for (let at = 0; at < fresh.length; at += 8)
        states.push({ address, presses, tries: fresh.slice(at, at + 8) });
    };
    for (let state = states.shift(); state && Date.now() < until; state = states.shift()) {
      const { presses, tries } = state;
      const seen = await visit<Covered[]>(place.site, state, expression);
      if (tries.length === 0) take(seen.at, presses);
      for (const [at, press] of tries.entries()) take(seen.after[at], [...presses, press]);
      const rest = tries.slice(Math.max(seen.after.filter(Boolean).length, 1));
      if (seen.at && rest.length > 0) states.push({ address, presses, tries: rest });
    }
    return [...targets.values()];
  } finally {
    await browser.close();
  }
}

function mostFrequent(lines: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([line, count]) => `${count} ${line}`);
}
