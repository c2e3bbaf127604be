// A step as one word: everything of it that is one of a few, without its measures and its place in the page.
type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Of the record's list of steps, wherever it lies; other records have none. */
export function wordsOf(record: object): string[] {
  const lists = Object.values(record).flatMap((value) =>
    isFields(value) && "steps" in value ? [value.steps] : [],
  );
  const steps = (record as { steps?: unknown }).steps ?? lists[0];
  if (!Array.isArray(steps)) return [];
  return steps.filter(isFields).map((step) => {
    const inner = isFields(step.step) ? step.step : step;
    const own = Object.entries(inner).filter(([key, value]) => key !== "at" && typeof value !== "object");
    const target = isFields(inner.target) ? `${inner.target.role} ${inner.target.name}` : "";
    return `${own.map(([, value]) => String(value)).join(" ")} ${target}`;
  });
}
