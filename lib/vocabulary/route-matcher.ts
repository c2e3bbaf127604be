// Finds the route template of an address: `/users/:id`, a last `*` for any rest, `#flow/:id` for hash routes.

interface Template {
  index: number;
  /** Null: whatever the path, whatever the hash. */
  path: string[] | null;
  hash: string[] | null;
  weight: number;
}

const segments = (text: string): string[] => text.split("/").filter(Boolean);

function parse(route: string, index: number): Template {
  const at = route.indexOf("#");
  const path = at === 0 ? null : segments(at < 0 ? route : route.slice(0, at));
  const hash = at < 0 ? null : segments(route.slice(at + 1));
  const parts = [...(path ?? []), ...(hash ?? [])];
  const fixed = parts.filter((part) => part !== "*" && !part.startsWith(":")).length;
  // A hash route says more than its path; then what is fixed counts, and a template without `*`.
  const weight = (hash ? 1000 : 0) + fixed * 4 + (parts.includes("*") ? 0 : 1);
  return { index, path, hash, weight };
}

function fits(template: readonly string[], parts: readonly string[]): boolean {
  const open = template.at(-1) === "*";
  const fixed = open ? template.slice(0, -1) : template;
  if (open ? parts.length < fixed.length : parts.length !== fixed.length) return false;
  return fixed.every((part, position) => part.startsWith(":") || part === parts[position]);
}

/** The most telling template wins, then the earlier one. Only http and https addresses have a route. */
export function createRouteMatcher(routes: readonly string[]): (url: string) => number | null {
  const templates = routes.map(parse).sort((a, b) => b.weight - a.weight || a.index - b.index);
  let last: { url: string; index: number | null } = { url: "", index: null };
  return (url) => {
    if (url !== last.url) last = { url, index: match(url) };
    return last.index;
  };
  function match(url: string): number | null {
    if (!/^https?:/.test(url) || !URL.canParse(url)) return null;
    const { pathname, hash } = new URL(url);
    const path = segments(pathname);
    const rest = segments(hash.slice(1));
    const found = templates.find(
      (template) =>
        (!template.path || fits(template.path, path)) && (!template.hash || fits(template.hash, rest)),
    );
    return found?.index ?? null;
  }
}
