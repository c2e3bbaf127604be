// Random words that must turn up nowhere, and the search for them in every disguise we could think of.
import { randomInt } from "node:crypto";

/** A place that was searched, and what is in it. */
export interface Place {
  name: string;
  bytes: Buffer;
}

export interface Hit {
  canary: string;
  form: string;
  place: string;
}

const letters = (count: number) =>
  Array.from({ length: count }, () => String.fromCharCode(97 + randomInt(26))).join("");

/**
 * Two random halves around characters that URL encoding changes. The search looks for the halves too: a page may
 * split a string, and a browser stores a string in one byte a character or in two.
 */
export const randomWord = (): string => `${letters(12)}é&${letters(12)}`;

/** For places that take plain letters only: the name of an element, a segment of a path. */
export const randomPlainWord = (): string => letters(16);

/** For fields that take digits: long enough that no clock or number of ours has it by chance. */
export const randomDigits = (): string => Array.from({ length: 16 }, () => randomInt(10)).join("");

const reversed = (text: string) => [...text].reverse().join("");

/** Base64 of a text that stands anywhere in a longer one: three offsets, without the letters its neighbours share. */
function base64Forms(text: string): string[] {
  const bytes = Buffer.from(text);
  return [0, 1, 2].flatMap((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const inside = whole.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
    return [inside, inside.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

function formsOf(text: string): [form: string, needle: Buffer][] {
  return [
    ["raw", Buffer.from(text)],
    ["one byte a character", Buffer.from(text, "latin1")],
    ["upper case", Buffer.from(text.toUpperCase())],
    ["URL-encoded", Buffer.from(encodeURIComponent(text))],
    ["reversed", Buffer.from(reversed(text))],
    ["UTF-16LE", Buffer.from(text, "utf16le")],
    ["UTF-16LE reversed", Buffer.from(reversed(text), "utf16le")],
    ["hexadecimal", Buffer.from(Buffer.from(text).toString("hex"))],
    ...base64Forms(text).map((form): [string, Buffer] => ["base64", Buffer.from(form)]),
  ];
}

/** Shorter than every needle: the first letters of each are looked up at every place of the bytes. */
const head = 8;

/**
 * Every canary found, in every form. The halves are looked for and not the whole, which holds them in every form. All
 * needles are searched in one pass: there are thousands. An empty list is the promise.
 */
export function findCanaries(canaries: readonly string[], places: readonly Place[]): Hit[] {
  const needles = new Map<string, { canary: string; form: string; rest: string }[]>();
  for (const canary of canaries)
    for (const half of canary.split("é&"))
      for (const [form, needle] of formsOf(half)) {
        const text = needle.toString("latin1");
        if (text.length < head) throw new Error(`Too short to be searched: ${form}.`);
        const alike = needles.get(text.slice(0, head)) ?? [];
        needles.set(text.slice(0, head), [...alike, { canary, form, rest: text.slice(head) }]);
      }
  const hits = new Map<string, Hit>();
  for (const { name, bytes } of places) {
    const text = bytes.toString("latin1");
    for (let at = 0; at + head <= text.length; at++)
      for (const { canary, form, rest } of needles.get(text.slice(at, at + head)) ?? [])
        if (text.startsWith(rest, at + head))
          hits.set(`${canary} ${form} ${name}`, { canary, form, place: name });
  }
  return [...hits.values()];
}
