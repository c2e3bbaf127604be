// Alike siblings become one node with a rough count: how many rows a list has, and which is which, is data.
import type { CountClass } from "../../schemas/outline.ts";
import type { Raw } from "./raw.ts";

const classOf = (count: number): CountClass | null =>
  count === 1 ? null : count <= 5 ? "2-5" : count <= 20 ? "6-20" : "more";

/** One of each shape, in the order in which they first come. `unseen` siblings count as the most frequent shape. */
export function fold(children: readonly Raw[], unseen: number): Raw[] {
  const groups = Map.groupBy(children, ({ key }) => key);
  const most = Math.max(0, ...[...groups.values()].map(({ length }) => length));
  let rest = unseen;
  return [...groups.values()].map((group) => {
    const [first, ...others] = group as [Raw, ...Raw[]];
    for (const other of others) other.exemplar = first;
    const more = group.length === most ? rest : 0;
    if (more > 0) rest = 0;
    first.count = classOf(group.length + more);
    return first;
  });
}
