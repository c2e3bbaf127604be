// What was typed was never recorded: only how long it was, in classes. Some text of that length stands in for it.
import { lengthEdges } from "../../../schemas/step.ts";

const words =
  "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore ";
/** Of a long text only that there is one is known. */
const long = 100;

/** A length of the bucket, none where it is empty. */
export function drawnLength(bucket: number | null): number {
  if (bucket === null) return long;
  return bucket === 0 ? 0 : (lengthEdges[bucket - 1] ?? long);
}

/** A text of the bucket that a field of this type takes. */
export function drawnText(bucket: number | null, type = "text"): string {
  // One more than the shortest, so that a word comes out where there is room for one.
  const least = drawnLength(bucket);
  const length = least === 0 ? 0 : least + 1;
  if (length === 0) return "";
  if (type === "number" || type === "range" || type === "tel") return "1234567890".repeat(10).slice(0, least);
  if (type === "email") return `${"a".repeat(Math.max(1, length - 4))}@b.c`;
  if (type === "url") return `http://b.c/${"a".repeat(Math.max(0, length - 11))}`;
  return words.repeat(2).slice(0, length).trimEnd().padEnd(length, "a");
}

/** What a field for a moment takes. */
export const drawnMoment: Record<string, string> = {
  date: "2026-01-15",
  time: "10:30",
  month: "2026-01",
  week: "2026-W03",
  "datetime-local": "2026-01-15T10:30",
};
