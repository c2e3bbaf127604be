// Where a node would lie on the screen: by the vocabulary's reference layout, never by anybody's window.
import type { DatasetOutline } from "../../schemas/dataset.ts";
import type { Vocabulary } from "../../schemas/vocabulary.ts";

type Box = readonly [x: number, y: number, width: number, height: number];

/** Boxes in pixels of the reference window, by published name or attribute on one route. */
export type Layout = ReadonlyMap<string, Box>;

const empty: Layout = new Map();

/** The layout of one route; empty for a vocabulary without one. */
export function layoutOf(vocabulary: Vocabulary | undefined, route: string | null): Layout {
  const layout = vocabulary?.layout;
  if (!vocabulary || !layout || route === null) return empty;
  const [width, height] = layout.viewport;
  const boxes = new Map<string, Box>();
  for (const { route: at, term, attribute, box } of layout.boxes) {
    if (vocabulary.routes[at] !== route) continue;
    const [x, y, w, h] = box;
    const across = (part: number) => (part * width) / 1000;
    const down = (part: number) => (part * height) / 1000;
    const pixels: Box = [across(x), down(y), across(w), down(h)];
    const known = attribute === undefined ? undefined : vocabulary.attributes[attribute];
    if (known) boxes.set(attributeKey(known), pixels);
    const languages = term === undefined ? undefined : vocabulary.terms[term];
    for (const name of Object.values(languages ?? {})) boxes.set(nameKey(name), pixels);
  }
  return boxes;
}

const attributeKey = ({ name, value }: { name: string; value: string }): string => `[${name}=${value}]`;
const nameKey = (name: string): string => `"${name}"`;

/** By attribute if one has a box, else by name. */
export function boxOf(
  { name, attributes }: DatasetOutline["nodes"][number],
  layout: Layout,
): Box | undefined {
  const known = (attributes ?? []).map(attributeKey).find((key) => layout.has(key));
  if (known !== undefined) return layout.get(known);
  return name ? layout.get(nameKey(name)) : undefined;
}
