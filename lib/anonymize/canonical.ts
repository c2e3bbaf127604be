// Same trajectory, same vocabulary, same bytes: keys sorted, no white space. A subset of RFC 8785 is enough,
// because a shipment holds only integers and ASCII strings.
const sorted = (_: string, value: unknown): unknown =>
  value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** The exact bytes that leave, as UTF-8. */
export const canonicalBytes = (shipment: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(shipment, sorted));
