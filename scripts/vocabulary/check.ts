// `--check FILE`: entries that look like data, and entries that contradict each other. Pure.
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { whyAttributeIsData, whyRouteIsData, whyTermIsData } from "./looks-like-data.ts";

export interface Finding {
  part: "route" | "term" | "attribute" | "element" | "task" | "layout";
  index: number;
  /** The string in question, as a reviewed list has to say it. */
  entry: string;
  why: string;
}

/** What a reviewer looked at and found to be the application's own is not named again. */
export function check(vocabulary: Vocabulary, reviewed: ReadonlySet<string> = new Set()): Finding[] {
  const findings: Finding[] = [
    ...dataIn(vocabulary),
    ...faultsOfNames(vocabulary),
    ...faultsOfTasks(vocabulary),
    ...faultsOfLayout(vocabulary),
  ];
  return findings.filter(({ entry }) => !reviewed.has(entry));
}

function* dataIn({ routes, terms, attributes, elements }: Vocabulary): Generator<Finding> {
  for (const [index, entry] of routes.entries()) {
    const why = whyRouteIsData(entry);
    if (why) yield { part: "route", index, entry, why };
  }
  for (const [index, term] of terms.entries()) {
    for (const entry of new Set(Object.values(term))) {
      const why = whyTermIsData(entry);
      if (why) yield { part: "term", index, entry, why };
    }
  }
  for (const [index, { name, value }] of attributes.entries()) {
    const why = whyAttributeIsData(name, value);
    if (why) yield { part: "attribute", index, entry: `${name}=${value}`, why };
  }
  for (const [index, entry] of elements.entries()) {
    const why = whyAttributeIsData("id", entry);
    if (why) yield { part: "element", index, entry, why };
  }
}

const isBeyond = (index: number | undefined, list: readonly unknown[]): boolean =>
  index !== undefined && index >= list.length;

type Cited = { route?: number | undefined; term?: number | undefined; attribute?: number | undefined };

const citesNothing = ({ routes, terms, attributes }: Vocabulary, cited: Cited): boolean =>
  isBeyond(cited.route, routes) || isBeyond(cited.term, terms) || isBeyond(cited.attribute, attributes);

function* faultsOfNames(vocabulary: Vocabulary): Generator<Finding> {
  for (const [index, { name, value, term }] of vocabulary.attributes.entries()) {
    if (isBeyond(term, vocabulary.terms))
      yield {
        part: "attribute",
        index,
        entry: `${name}=${value}`,
        why: "is called by an entry that is not there",
      };
  }
}

function* faultsOfTasks(vocabulary: Vocabulary): Generator<Finding> {
  for (const [index, { sentence, slots = [], done = [] }] of vocabulary.tasks.entries()) {
    const finding = (why: string): Finding => ({ part: "task", index, entry: sentence, why });
    const braces = [...sentence.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
    if (braces.join() !== slots.join()) yield finding("its slots are not those in its sentence");
    if (done.some((condition) => citesNothing(vocabulary, condition)))
      yield finding("its condition cites an entry that is not there");
    const empty = ({ route, term, attribute }: Cited) =>
      route === undefined && (term ?? attribute) === undefined;
    if (done.some(empty)) yield finding("a condition names neither a route nor an element");
  }
}

function* faultsOfLayout(vocabulary: Vocabulary): Generator<Finding> {
  for (const [index, box] of (vocabulary.layout?.boxes ?? []).entries()) {
    if (citesNothing(vocabulary, box) || (box.term ?? box.attribute) === undefined)
      yield { part: "layout", index, entry: `box ${index}`, why: "cites an entry that is not there" };
  }
}
