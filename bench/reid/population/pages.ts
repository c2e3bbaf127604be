// What is described of the simulated pages: targets, and outlines of their states.
import { canonicalBytes } from "../../../lib/anonymize/canonical.ts";
import type { CountClass, Outline, OutlineNode } from "../../../schemas/outline.ts";
import type { Target } from "../../../schemas/target.ts";
import type { Person } from "./people.ts";
import { idOf, isText, type Part, type Screen } from "./tools.ts";

/** Below this width the navigation is folded away. */
const foldsBelow = 1000;
export const isNarrow = ({ window: [width] }: Person): boolean => width < foldsBelow;

/** Null where the name is not published in the person's language. */
const nameOf = ({ language }: Person, { term, translated, unnamed }: Part): number | null =>
  !unnamed && (language === "en" || translated) ? term : null;

export function targetOf(person: Person, part: Part, state: Target["state"]): Target {
  const name = nameOf(person, part);
  const { role, tag, attribute } = part;
  const [width, height] = person.window;
  const drawer = part.inNavigation && isNarrow(person) ? [{ tag: "dialog" as const, nth: 0 }] : [];
  const place = [part.term % 3, Math.floor(part.term / 3)] as const;
  const isRow = part.key === "Open row";
  const path = [...part.path.slice(0, 3), ...drawer, ...part.path.slice(3)];
  return {
    role,
    name,
    path: isRow
      ? path.map((link) => (link.tag === "div" ? { ...link, among: "middle" as const } : link))
      : path,
    selectors: [
      ...(attribute === null ? [] : [{ by: "attribute" as const, attribute, within: null }]),
      ...(name === null ? [] : [{ by: "role" as const, role, name, within: null }]),
      {
        by: "ordinal" as const,
        role,
        tag,
        nth: part.term % 5,
        within: { role: "main" as const, name: null },
      },
    ],
    // A side bar of fixed width, and rows of fixed height.
    box: [
      Math.round(((240 + place[0] * 300) / width) * 1000),
      Math.round(((60 + place[1] * 44) / height) * 1000),
      Math.round((280 / width) * 1000),
      Math.round((36 / height) * 1000),
    ],
    state,
    terms: [],
  };
}

export interface PageState {
  filled: ReadonlySet<string>;
  rows: CountClass;
  /** A menu that is open. */
  open: string | null;
}

export interface Seen {
  outline: Outline;
  /** Position of each part's node. */
  nodes: Map<Part, number>;
}

const seen = new Map<string, Seen>();

/** The page's outline as this person sees it. The same state is the same outline. */
export function outlineOf(
  person: Person,
  screen: Screen,
  { filled, rows, open }: PageState,
  tool: string,
): Seen {
  const flags = screen.parts.map(({ key }) => (filled.has(key) ? 1 : 0)).join("");
  const key = [tool, screen.key, flags, rows, open, isNarrow(person), person.language !== "en"].join(" ");
  const known = seen.get(key);
  if (known) return known;
  const nodes: OutlineNode[] = [
    { parent: null, role: "document" },
    { parent: 0, role: "navigation", ...(isNarrow(person) && { state: ["disabled" as const] }) },
    { parent: 0, role: "main" },
  ];
  if (screen.rows) nodes.push({ parent: 2, role: "row", count: rows });
  if (open) nodes.push({ parent: 0, role: "menu" });
  const positions = new Map<Part, number>();
  for (const part of screen.parts) {
    if (part.inNavigation && isNarrow(person) && part.control === "link" && open !== "Menu") continue;
    const name = nameOf(person, part);
    const field = isText(part.control) ? ([filled.has(part.key) ? "filled" : "empty"] as const) : null;
    positions.set(part, nodes.length);
    nodes.push({
      parent: part.inNavigation ? 1 : 2,
      role: part.role,
      ...(name !== null && { name }),
      ...(field && { state: [...field] }),
      ...(part.attribute !== null && { attributes: [part.attribute] }),
    });
  }
  const hash = idOf(new TextDecoder().decode(canonicalBytes({ tool, nodes })));
  const made = { outline: { hash, nodes }, nodes: positions };
  seen.set(key, made);
  return made;
}
