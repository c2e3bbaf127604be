// One commit for what comes within a few milliseconds: the disk is asked once for all of it.
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

/** Commits at the latest after `wait` milliseconds, or as soon as `most` pieces wait. */
export function groupCommit(transaction: Transaction, { wait = 3, most = 256 } = {}): GroupCommit {
  let pieces: Piece[] = [];
  let timer: NodeJS.Timeout | undefined;
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
    clearTimeout(timer);
    timer = undefined;
    const group = pieces;
    pieces = [];
    if (group.length > 0) settle(group);
  };

  return {
    add: (work) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new StorageError(new Error("the store is closed")));
        pieces.push({ work, resolve, reject });
        if (pieces.length >= most) flush();
        else timer ??= setTimeout(flush, wait);
      }),
    close: () => {
      closed = true;
      flush();
    },
  };
}
