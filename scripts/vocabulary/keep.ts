// Which strings of a crawled page may be published: those of the application, not those of its data.

const longest = 60;
const looksLikeData: readonly RegExp[] = [
  /\S+@\S+\.\S+/, // a mail address
  /\d{4,}/, // a number of something, a year
  /\d+[./:-]\d+/, // a date, a time, a version, an address
  /\b[0-9a-f]{8,}\b/i, // an id
  /:\/\/|\bwww\./i, // a link
  /\b(\d+) (seconds?|minutes?|hours?|days?) ago\b/i,
];

/** Whether a name is one of the application's own: short, with a letter, and nothing that looks like data. */
export const isTerm = (text: string): boolean =>
  text.length > 0 &&
  text.length <= longest &&
  /\p{L}/u.test(text) &&
  !looksLikeData.some((pattern) => pattern.test(text));

/** Whether an id, name or test id was written by a person: frameworks number theirs. */
export const isAttribute = (value: string): boolean =>
  value.length > 1 &&
  value.length <= longest &&
  /^[A-Za-z][\w.-]*$/.test(value) &&
  !/\d{2,}|(^|-)id-\d+$/.test(value) &&
  !/(^|[-_.])[0-9a-f]{8,}($|[-_.])/i.test(value);

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

/** Words of controls that a crawler leaves alone: they change, send or end something. */
const risky =
  /\b(delete|remove|erase|log ?out|sign ?out|log ?off|deploy|reset|restart|shut ?down|stop|submit|save|done|ok|apply|confirm|yes|accept|import|upload|install|uninstall|update|pay|buy|order|send|publish|clear|discard|disable|revoke|leave|close account)\b/i;

export const isRisky = (name: string): boolean => risky.test(name);
