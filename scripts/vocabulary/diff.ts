// `--diff OLD NEW`: what was added, removed and changed, and whether the new version may be published. Pure.
import type { Vocabulary } from "../../schemas/vocabulary.ts";

const attributeText = ({ name, value }: Vocabulary["attributes"][number]): string => `${name}=${value}`;

export interface Difference {
  part: Part;
  added: string[];
  removed: string[];
  /** The same entry with another translation, condition or box. */
  changed: string[];
  /** Entries whose index means something else now. */
  moved: number;
}

export interface Compared {
  differences: Difference[];
  /** Why NEW must not be published after OLD; empty where it may. */
  faults: string[];
}

const partNames = ["routes", "terms", "attributes", "elements", "tasks", "layout"] as const;
type Part = (typeof partNames)[number];

interface Entry {
  /** What makes it the same entry in another version. */
  key: string;
  /** What it says in full. */
  whole: string;
}

/** An entry's key holds no index: indices are what a new version may change. */
function entriesOf(vocabulary: Vocabulary, part: Part): Entry[] {
  const { routes, terms, attributes } = vocabulary;
  const cited = (of: {
    route?: number | undefined;
    term?: number | undefined;
    attribute?: number | undefined;
  }) =>
    JSON.stringify([
      of.route === undefined ? null : routes[of.route],
      of.term === undefined ? null : terms[of.term],
      of.attribute === undefined
        ? null
        : attributes[of.attribute] && attributeText(attributes[of.attribute]!),
    ]);
  switch (part) {
    case "routes":
    case "elements":
      return vocabulary[part].map((entry) => ({ key: entry, whole: entry }));
    case "terms":
      return terms.map((term) => ({ key: Object.values(term)[0] ?? "", whole: JSON.stringify(term) }));
    case "attributes":
      return attributes.map((one) => ({
        key: attributeText(one),
        whole: JSON.stringify(one.term === undefined ? null : terms[one.term]),
      }));
    case "tasks":
      return vocabulary.tasks.map(({ sentence, slots, done }) => ({
        key: sentence,
        whole: JSON.stringify([slots, done?.map((one) => [cited(one), one.effect, one.state])]),
      }));
    case "layout":
      return (vocabulary.layout?.boxes ?? []).map((box) => ({
        key: cited(box),
        whole: JSON.stringify(box.box),
      }));
  }
}

/** How often each whole entry is there: two entries may share a key. */
function countedBy(entries: readonly Entry[], of: keyof Entry): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(entry[of], (counts.get(entry[of]) ?? 0) + 1);
  return counts;
}

function differenceOf(part: Part, old: readonly Entry[], now: readonly Entry[]): Difference {
  const [before, after] = [countedBy(old, "key"), countedBy(now, "key")];
  const wholeBefore = new Set(old.map(({ key, whole }) => `${key}\u0000${whole}`));
  return {
    part,
    added: [...after.keys()].filter((key) => !before.has(key)),
    removed: [...before.keys()].filter((key) => !after.has(key)),
    changed: now
      .filter(({ key, whole }) => before.has(key) && !wholeBefore.has(`${key}\u0000${whole}`))
      .map(({ key, whole }) => (part === "terms" ? whole : key)),
    moved: now.filter(({ key }, index) => old[index] !== undefined && old[index].key !== key).length,
  };
}

export function compare(old: Vocabulary, now: Vocabulary): Compared {
  const differences = partNames.map((part) => differenceOf(part, entriesOf(old, part), entriesOf(now, part)));
  const faults: string[] = [];
  if (old.tool !== now.tool) faults.push("They are vocabularies of two tools.");
  const same = JSON.stringify({ ...old, version: 0 }) === JSON.stringify({ ...now, version: 0 });
  if (!same && now.version <= old.version)
    faults.push(`It differs from version ${old.version}, so its own must be higher than that.`);
  return { differences, faults };
}

/** A few lines for a person. */
export function describeDifferences({ differences, faults }: Compared): string[] {
  const lines = differences.flatMap(({ part, added, removed, changed, moved }) => {
    if (added.length + removed.length + changed.length + moved === 0) return [];
    const list = (sign: string, entries: readonly string[]) => entries.map((entry) => `  ${sign} ${entry}`);
    return [
      `${part}: ${added.length} added, ${removed.length} removed, ${changed.length} changed; ${moved} have another index`,
      ...list("+", added),
      ...list("-", removed),
      ...list("~", changed),
    ];
  });
  return [...(lines.length > 0 ? lines : ["No difference."]), ...faults.map((fault) => `Fault: ${fault}`)];
}
