// The little XML that is written here: escaped text, and property lists.
const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it stands in an element or a quoted attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => entities[one]!);

/** A JSON value as an element of an Apple property list. */
export function plistOf(value: unknown): string {
  if (typeof value === "boolean") return `<${value}/>`;
  if (typeof value === "number") return `<integer>${value}</integer>`;
  if (typeof value === "string") return `<string>${escaped(value)}</string>`;
  if (Array.isArray(value)) return `<array>${value.map(plistOf).join("")}</array>`;
  const entries = Object.entries(value as object).filter(([, inner]) => inner !== undefined);
  return `<dict>${entries.map(([name, inner]) => `<key>${escaped(name)}</key>${plistOf(inner)}`).join("")}</dict>`;
}
