// Of a long trajectory one piece leaves: how many there were would be a habit, and several at once would be linked.
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** A position below `count` by the first 36 bits of a random id, the same each time; -1 where there is nothing. */
export function chosenBy(id: string, count: number): number {
  if (count === 0) return -1;
  const drawn = [...id.slice(0, 6)].reduce((sum, digit) => sum * 64 + Math.max(0, digits.indexOf(digit)), 0);
  return drawn % count;
}
