/** Shows a trajectory of the list, or a step of it. Asked again for the same, the hash would not change: it is let go first. */
export function look(trajectory: string, n?: number): void {
  history.replaceState(null, "", "#data");
  location.hash = n === undefined ? `#data/${trajectory}` : `#data/${trajectory}/${n}`;
}

/** What the address's hash asks for. */
export function lookedFor(hash: string): { id: string; n: number | null } | null {
  const [, id, n] = hash.split("/");
  if (!id) return null;
  return { id, n: n !== undefined && /^\d{1,7}$/.test(n) ? Number(n) : null };
}
