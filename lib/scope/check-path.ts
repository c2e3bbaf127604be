// What a person writes to leave out a part of a tool, or to try whether a page is in it.
import { isLeftOut } from "./path.ts";
import { matches, originOf } from "./pattern.ts";

export type PathProblem =
  | "empty"
  /** An address of another site. */
  | "elsewhere"
  /** It would leave out the whole tool. */
  | "everything"
  | "stars"
  | "long"
  | "listed";

export type PathCheck = { ok: true; path: string } | { ok: false; problem: PathProblem };

interface Parts {
  pattern: string;
  exclude?: readonly string[] | undefined;
}

/** Turns `/admin`, `admin`, `#/people` or a whole address into a path to leave out. Total. */
export function checkPath(written: string, { pattern, exclude = [] }: Parts): PathCheck {
  const wrong = (problem: PathProblem): PathCheck => ({ ok: false, problem });
  const trimmed = written.trim();
  if (trimmed === "") return wrong("empty");
  const url = addressIn(trimmed, pattern);
  if (!url || !matches(pattern, url.href)) return wrong("elsewhere");
  // A query that came with a copied address names what was looked at, not a part of the tool.
  const query = hasScheme(trimmed) ? "" : url.search;
  const path = `${url.pathname}${query}${url.hash}`.replace(/\*{2,}/g, "*");
  if (/^[/*]*$/.test(path)) return wrong("everything");
  if (path.split("*").length > 5) return wrong("stars");
  if (path.length > 200) return wrong("long");
  return exclude.includes(path) ? wrong("listed") : { ok: true, path };
}

export type Tried = { is: "elsewhere" } | { is: "left-out"; by: string } | { is: "inside" };

/** Whether a page (by its address, or its path alone) is in a tool, and if not which path leaves it out. Total. */
export function tryPage(written: string, { pattern, exclude = [] }: Parts): Tried {
  const url = addressIn(written.trim(), pattern);
  if (!url || !matches(pattern, url.href)) return { is: "elsewhere" };
  const by = exclude.find((path) => isLeftOut([path], url.href));
  return by === undefined ? { is: "inside" } : { is: "left-out", by };
}

const hasScheme = (written: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(written);

function addressIn(written: string, pattern: string): URL | null {
  const origin = originOf(pattern);
  if (hasScheme(written)) return URL.parse(written);
  const { host } = new URL(origin);
  const path = written.startsWith(`${host}/`) ? written.slice(host.length) : written;
  // Two slashes in front would name another host.
  return URL.parse(`${origin}/${path.replace(/^[/\\]+/, "")}`);
}
