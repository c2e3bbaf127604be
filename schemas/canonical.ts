// Same trajectory, same vocabulary, same bytes: keys sorted, no white space. A subset of RFC 8785 is enough,
// because what leaves holds only integers and ASCII strings.
const sorted = (_: string, value: unknown): unknown =>
  value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** The one text of a value that is made of plain JSON. */
export const canonicalText = (value: unknown): string => JSON.stringify(value, sorted);
