// Finds the route template of an address (route-templates.ts).
import type { Template } from "../../schemas/page-tables.ts";

function fits(template: readonly string[] | null, text: string): boolean {
  if (!template) return true;
  const parts = text.split("/").filter(Boolean);
  const open = template.at(-1) === "*";
  return (
    (open ? parts.length >= template.length - 1 : parts.length === template.length) &&
    template.every((part, at) => (open && !template[at + 1]) || part.startsWith(":") || part === parts[at])
  );
}

/** The first template that fits wins. Only http and https addresses have a route. */
export function createRouteMatcher(templates: readonly Template[]): (url: string) => number | null {
  let last: string | undefined;
  let index: number | null = null;
  return (url) => {
    if (url !== last) {
      const { protocol, pathname, hash } = new URL(url);
      const isPage = /^http/.test(protocol);
      const found = templates.find(
        (template) => isPage && fits(template[1], pathname) && fits(template[2], hash.slice(1)),
      );
      index = found?.[0] ?? null;
      last = url;
    }
    return index;
  };
}
