// One commit for what comes together: the disk is asked once for all of it, which costs as much as asking for one.
import { StorageError } from "./store.ts";

/** What happens around the pieces of work of one commit. */
export interface Transaction {
  begin(): void;
  commit(): void;
  /** After a failure; must not throw. */
  rollback(): void;
}

interface Piece {
  work: () => unknown;
  resolve: (value: never) => void;
  reject: (cause: unknown) => void;
}

export interface GroupCommit {
  /** Does the work in the next commit; resolves with its result once that is on the disk. */
  add<T>(work: () => T): Promise<T>;
  /** Commits what waits, and takes nothing more. */
  close(): void;
}

/**
 * Commits as soon as a turn of the event loop has brought no more, so that one alone does not wait; at the latest after
 * `wait` milliseconds or with `most` pieces.
 */
export function groupCommit(transaction: Transaction, { wait = 20, most = 256 } = {}): GroupCommit {
  let pieces: Piece[] = [];
  let since = 0;
  let seen = 0;
  let looking: NodeJS.Immediate | undefined;
  let closed = false;

  const together = (group: readonly Piece[]): unknown[] => {
    try {
      transaction.begin();
      const results = group.map(({ work }) => work());
      transaction.commit();
      return results;
    } catch (cause) {
      transaction.rollback();
      throw cause;
    }
  };

  const settle = (group: readonly Piece[]) => {
    try {
      const results = together(group);
      for (const [at, { resolve }] of group.entries()) resolve(results[at] as never);
    } catch (cause) {
      const [only, ...others] = group;
      // One that does not fit must not take those along that would: each gets a commit of its own.
      if (others.length > 0) for (const piece of group) settle([piece]);
      else only?.reject(new StorageError(cause));
    }
  };

  const flush = () => {
    clearImmediate(looking);
    looking = undefined;
    const group = pieces;
    pieces = [];
    if (group.length > 0) settle(group);
  };

  const look = () => {
    if (pieces.length === seen || performance.now() - since >= wait) return flush();
    seen = pieces.length;
    looking = setImmediate(look);
  };

  return {
    add: (work) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new StorageError(new Error("the store is closed")));
        pieces.push({ work, resolve, reject });
        if (pieces.length >= most) return flush();
        if (looking) return;
        [since, seen] = [performance.now(), 0];
        looking = setImmediate(look);
      }),
    close: () => {
      closed = true;
      flush();
    },
  };
}
