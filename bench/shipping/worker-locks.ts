// For tests that end a worker: the locks of a dead one are free, those of this process would be held for ever.

/** Locks of one worker: `writer` waits for its turn, the others are had or not. */
export const locksOfAWorker = () => {
  let last: Promise<unknown> = Promise.resolve();
  const held = new Set<string>();
  return {
    request: (name: string, ...rest: unknown[]) => {
      const body = rest.at(-1) as (lock: object | null) => Promise<unknown>;
      if (name !== "writer") {
        if (held.has(name)) return body(null);
        held.add(name);
        return body({}).finally(() => held.delete(name));
      }
      const turn = last.then(() => body({}));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
};
