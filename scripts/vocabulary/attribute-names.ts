// What elements without a name of their own are called, by their attributes: as their tooltips said, as the version
// before has it, and as the owner wrote it. Pure.
import { z } from "zod";
import { createLookup } from "../../lib/vocabulary/lookup.ts";
import { attributeNameSchema, type Vocabulary } from "../../schemas/vocabulary.ts";
import type { Count } from "./found.ts";
import { isAttribute, isTerm } from "./keep.ts";
import type { Term } from "./messages/align.ts";
import { withoutShortcut } from "./shortcuts.ts";

/** By an attribute as `name=value`; the string is in the language of the crawl, or any where a message has it. */
export type AttributeNames = ReadonlyMap<string, string>;

/** A file of them: `{ "id=zoom-in": "Zoom in" }`. Throws what the recorder could never look up. */
export function readNames(text: string): AttributeNames {
  const written = z.record(z.string(), z.string().min(1).max(200)).parse(JSON.parse(text));
  for (const attribute of Object.keys(written)) {
    const [name] = attribute.split("=");
    if (!attributeNameSchema.safeParse(name).success || !isAttribute(attribute))
      throw new Error(`${attribute} is no attribute that a vocabulary may hold.`);
  }
  return new Map(Object.entries(written));
}

/** How the crawl notes what a tooltip said: no attribute that is kept holds a colon. */
export const noteOf = (attribute: string, text: string): string => `${attribute}: ${text}`;

export const textOf = (note: string): string => note.slice(note.indexOf(": ") + 2);

export interface Heard {
  /** Notes, and in how many states each was made. */
  notes: ReadonlyMap<string, Count>;
  messages: readonly Term[];
  /** States that a text must have been heard in which no message file has. */
  least: number;
}

/** One name for each attribute whose tooltips agree; those that say different things have none in common. */
export function heardNames({ notes, messages, least }: Heard): Map<string, string> {
  const said = new Set(messages.flatMap((term) => Object.values(term)));
  const byAttribute = new Map<string, { text: string; states: number }[]>();
  for (const [note, { states }] of notes) {
    const [attribute, text] = [note.slice(0, note.indexOf(": ")), textOf(note)];
    if (isTerm(text)) byAttribute.set(attribute, [...(byAttribute.get(attribute) ?? []), { text, states }]);
  }
  const names = new Map<string, string>();
  for (const [attribute, heard] of byAttribute) {
    const inMessages = new Set(
      heard.flatMap(({ text }) => [withoutShortcut(text), text].find((one) => said.has(one)) ?? []),
    );
    const often = heard.filter(({ states }) => states >= least).map(({ text }) => text);
    // In full it begins with what its first words are: the longest stands for one tooltip.
    const longest = often.toSorted((a, b) => b.length - a.length)[0];
    const seen = longest !== undefined && often.every((text) => longest.startsWith(text)) ? [longest] : [];
    const [name, other] = inMessages.size > 0 ? inMessages : seen;
    if (name !== undefined && other === undefined) names.set(attribute, name);
  }
  return names;
}

/** By words, so that the next version may have other indices. */
export const namesIn = ({ attributes, terms }: Vocabulary): Map<string, string> =>
  new Map(
    attributes.flatMap(({ name, value, term }) => {
      const word = term === undefined ? undefined : Object.values(terms[term] ?? {})[0];
      return word === undefined ? [] : [[`${name}=${value}`, word] as const];
    }),
  );

/** The attributes with the index of what each is called, as a step will cite it. */
export function withNames(vocabulary: Vocabulary, names: AttributeNames): Vocabulary["attributes"] {
  const lookup = createLookup(vocabulary);
  return vocabulary.attributes.map(({ name, value }) => {
    const word = names.get(`${name}=${value}`);
    const term = word === undefined ? null : lookup.term(word);
    return { name, value, ...(term !== null && { term }) };
  });
}
