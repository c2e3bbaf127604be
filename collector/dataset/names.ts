// One vocabulary, asked by index. What it does not hold is null, and counted.
import type { z } from "zod";
import type { tagSchema } from "../../schemas/target.ts";
import type { Vocabulary } from "../../schemas/vocabulary.ts";

/** Published strings by index, for one tool of one shipment. */
export interface Names {
  route(index: number | null): string | null;
  term(index: number | null): string | null;
  /** The sentence of a task. */
  task(index: number): string | null;
  attribute(index: number): { name: string; value: string } | null;
  tag(tag: z.infer<typeof tagSchema>): string;
}

type Term = Vocabulary["terms"][number];

/** English where there is English, else the first language by code: the same in every build. */
const preferred = (term: Term): string | null => {
  const language =
    "en" in term
      ? "en"
      : Object.keys(term).toSorted(
          (a, b) => Number(b.startsWith("en")) - Number(a.startsWith("en")) || (a < b ? -1 : 1),
        )[0];
  return (language && term[language]) ?? null;
};

/** `unknown` is called for every cited index that the vocabulary does not hold. */
export function namesOf(vocabulary: Vocabulary | undefined, unknown: () => void): Names {
  const held = <T>(entry: T | undefined | null): T | null => {
    if (entry === undefined || entry === null) unknown();
    return entry ?? null;
  };
  return {
    route: (index) => (index === null ? null : held(vocabulary?.routes[index])),
    term: (index) => {
      if (index === null) return null;
      const term = vocabulary?.terms[index];
      return held(term && preferred(term));
    },
    task: (index) => held(vocabulary?.tasks[index])?.sentence ?? null,
    attribute: (index) => {
      const found = held(vocabulary?.attributes[index]);
      return found && { name: found.name, value: found.value };
    },
    tag: (tag) => (typeof tag === "number" ? (held(vocabulary?.elements[tag]) ?? "custom") : tag),
  };
}
