// Route templates in the order in which an address is compared with them: `/users/:id`, a last `*` for any rest,
// `#flow/:id` for hash routes.
import type { Template } from "../../schemas/page-tables.ts";

export const segments = (text: string): string[] => text.split("/").filter(Boolean);

/** The most telling template first, then the earlier one. */
export const templatesOf = (routes: readonly string[]): Template[] =>
  routes
    .map((route, index) => parse(route, index))
    .sort((a, b) => b.weight - a.weight || a.template[0] - b.template[0])
    .map(({ template }) => template);

function parse(route: string, index: number): { template: Template; weight: number } {
  const at = route.indexOf("#");
  const path = at === 0 ? null : segments(at < 0 ? route : route.slice(0, at));
  const hash = at < 0 ? null : segments(route.slice(at + 1));
  const parts = [...(path ?? []), ...(hash ?? [])];
  const fixed = parts.filter((part) => part !== "*" && !part.startsWith(":")).length;
  // A hash route says more than its path; then what is fixed counts, and a template without `*`.
  const weight = (hash ? 1000 : 0) + fixed * 4 + (parts.includes("*") ? 0 : 1);
  return { template: [index, path, hash], weight };
}
