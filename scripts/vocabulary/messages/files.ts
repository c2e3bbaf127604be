// Finds the message files that `--messages` names and says which language and which catalogue each is.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, join, relative } from "node:path";
import { readJson } from "./json.ts";
import { readPo } from "./po.ts";
import { readProperties } from "./properties.ts";

const readers: Readonly<Record<string, (text: string) => Map<string, string>>> = {
  ".json": readJson,
  ".po": readPo,
  ".properties": readProperties,
  // TiddlyWiki's: a line is a key, a colon and a text.
  ".multids": readProperties,
};

export interface MessageFile {
  language: string;
  /** The same for files of several languages that hold the same keys. */
  catalogue: string;
  messages: ReadonlyMap<string, string>;
}

const known = new Set([
  ..."ar bg bn ca cs cy da de el en es et eu fa fi fil fr ga gl he hi hr hu id is it ja ka kk ko lt lv".split(
    " ",
  ),
  ..."mk ms nb nl nn no pl pt ro ru sk sl sq sr sv ta te th tr uk ur vi zh".split(" "),
]);

/** `pt_BR`, `pt-br` and `pt-BR` are one code; nothing where it is no language. */
export function languageCode(text: string): string | undefined {
  const parts = /^([a-z]{2,3})(?:[-_]([A-Za-z]{2}))?$/.exec(text);
  if (!parts || !known.has(parts[1]!)) return undefined;
  return parts[2] ? `${parts[1]}-${parts[2].toUpperCase()}` : parts[1];
}

/** The language in a path: in the file's name (`messages_de.properties`), else the nearest folder named for one. */
export function languageOf(path: string): { language: string; catalogue: string } | undefined {
  const name = basename(path, extname(path));
  const whole = languageCode(name);
  if (whole) return { language: whole, catalogue: "" };
  const end = /^(.*?)[._-]([a-z]{2,3}(?:[-_][A-Za-z]{2})?)$/.exec(name);
  const ending = languageCode(end?.[2] ?? "");
  if (end && ending) return { language: ending, catalogue: end[1]! };
  const folders = dirname(path).split(/[\\/]/);
  const at = folders.findLastIndex((folder) => languageCode(folder) !== undefined);
  const language = languageCode(folders[at] ?? "");
  return language ? { language, catalogue: [...folders.slice(at + 1), name].join("/") } : undefined;
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((file) => extname(file) in readers)
    .sort()
    .map((file) => join(path, file));
}

/** `en.json`, `locales/de/editor.json`, a folder, or `de=path` where the path does not say the language. */
export function readMessageFiles(named: readonly string[]): MessageFile[] {
  return named.flatMap((argument) => {
    const said = /^([A-Za-z]{2,3}(?:[-_][A-Za-z]{2})?)=(.+)$/.exec(argument);
    const path = said?.[2] ?? argument;
    return filesIn(path).map((file) => {
      const within = relative(path, file).replace(/\.[a-z]+$/, "") || undefined;
      const told = languageOf(file);
      const language = said ? languageCode(said[1]!) : told?.language;
      if (!language) throw new Error(`Which language is ${argument}? Say so: --messages de=${argument}`);
      const catalogue = said ? (within ?? told?.catalogue ?? basename(file, extname(file))) : told!.catalogue;
      const read = readers[extname(file)];
      if (!read) throw new Error(`${file} is no JSON, PO, .properties or .multids file.`);
      return { language, catalogue, messages: read(readFileSync(file, "utf8")) };
    });
  });
}
