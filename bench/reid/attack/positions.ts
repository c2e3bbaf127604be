// Numbers by their exact place in a record: where all records have one shape, the place says most.

/** So many numbers of each list, and so many records, are looked at to learn the shape. */
const mostOfList = 64;
const looked = 300;
/** A place counts where this part of the records has it. */
const nearlyAll = 0.9;

export interface Placed {
  names: string[];
  /** For each record the numbers at these places; -1 where there is none. */
  rows: Float32Array[];
}

export function placed(records: readonly unknown[]): Placed {
  const some = records.filter((_, n) => n % Math.ceil(records.length / looked) === 0);
  const seen = new Map<string, number>();
  for (const record of some) eachNumber(record, (place) => seen.set(place, (seen.get(place) ?? 0) + 1));
  const names = [...seen].flatMap(([place, count]) => (count >= nearlyAll * some.length ? [place] : []));
  const columns = new Map(names.map((name, at) => [name, at]));
  const rows = records.map((record) => {
    const row = new Float32Array(names.length).fill(-1);
    if (names.length > 0)
      eachNumber(record, (place, value) => {
        const at = columns.get(place);
        if (at !== undefined) row[at] = value;
      });
    return row;
  });
  return { names, rows };
}

function eachNumber(record: unknown, tell: (place: string, value: number) => void): void {
  const walk = (value: unknown, place: string): void => {
    if (typeof value === "number") tell(place, value);
    else if (Array.isArray(value)) {
      for (let at = 0; at < Math.min(value.length, mostOfList); at++) walk(value[at], `${place}[${at}]`);
    } else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, `${place}.${key}`);
  };
  walk(record, "@");
}
