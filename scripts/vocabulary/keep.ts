// Which strings of a crawled page may be published: those of the application, not those of its data.
import { whyAttributeIsData, whyTermIsData } from "./looks-like-data.ts";

const longest = 80;

/** Whether a name is one of the application's own: short, with a letter, and nothing that looks like data. */
export const isTerm = (text: string): boolean =>
  text.length > 0 && text.length <= longest && /\p{L}/u.test(text) && whyTermIsData(text) === undefined;

/** Classes that say in which state a thing is. */
const states =
  /(^|[-_])(active|selected|hover|hovered|focus|focused|open|opened|closed|disabled|enabled|hidden|visible|shown|expanded|collapsed|dragging|loading|current|checked|invalid|valid|error|empty|odd|even|first|last)$/i;

/** Whether `name=value` was written by a person: frameworks number theirs. */
export function isAttribute(attribute: string): boolean {
  const at = attribute.indexOf("=");
  const [name, value] = [attribute.slice(0, at), attribute.slice(at + 1)];
  if (value.length < 2 || value.length > longest || !/^[A-Za-z][\w.[\]-]*$/.test(value)) return false;
  if (/\d{2,}|(^|-)id-\d+$/.test(value) || whyAttributeIsData(name, value) !== undefined) return false;
  return name !== "class" || !states.test(value);
}

const isId = (segment: string): boolean =>
  /\d/.test(segment) && (/^\d+$/.test(segment) || /^[0-9a-f-]{6,}$/i.test(segment) || segment.length > 16);

const template = (path: string): string =>
  path
    .split("/")
    .map((segment) => (isId(segment) ? ":id" : segment))
    .join("/");

/** Route templates of an address: its path, and its hash where the application routes by it. */
export function routesOf(address: string): string[] {
  const { pathname, hash } = new URL(address);
  const inHash = hash.slice(1).split("?")[0]!;
  return [template(pathname), ...(inHash.includes("/") ? [`#${template(inHash)}`] : [])];
}

const wholeWords = (words: string): RegExp =>
  new RegExp(
    `(?<!\\p{L})(${words
      .trim()
      .replace(/\s*,\s*/g, "|")
      .replaceAll(" ", "\\s?")})(?!\\p{L})`,
    "iu",
  );

/** Words of controls that a crawler leaves alone: they change or end something. */
const risky =
  wholeWords(`delete, remove, erase, log out, sign out, log off, deploy, reset, restart, shut down, stop,
  import, upload, install, uninstall, update, pay, buy, order, publish, clear, discard, disable, revoke, leave, close account,
  löschen, entfernen, abmelden, übernehmen, importieren, hochladen, zurücksetzen, kaufen, bestellen,
  supprimer, effacer, déconnexion, eliminar, borrar, cerrar sesión`);

/** Words of controls that send what was filled in. */
const sending = wholeWords(`submit, save, done, ok, apply, confirm, yes, accept, send,
  speichern, senden, bestätigen, fertig, enregistrer, envoyer, valider, guardar, enviar`);

/** With `submit` the crawler may send forms, but it still deletes and ends nothing. */
export const isRisky = (name: string, submit = false): boolean =>
  risky.test(name) || (!submit && sending.test(name));
