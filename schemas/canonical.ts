// Same trajectory, same vocabulary, same bytes: keys sorted, no white space. A subset of RFC 8785 is enough,
// because what leaves holds only integers and ASCII strings.
function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const entries = Object.entries(value).map(([key, inner]) => [key, inOrder(inner)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The one text of a value that is made of plain JSON. */
// Put in order first: a replacer is called for every number, which the collector would do for every shipment.
export const canonicalText = (value: unknown): string => JSON.stringify(inOrder(value));
