// A query whose answer follows the database, as component state.
import { liveQuery } from "dexie";
import { useLayoutEffect, useState } from "preact/hooks";

/** Undefined until the first answer. A query that fails throws while rendering, so that the page says it. */
export function useLive<T>(query: () => Promise<T>, inputs: readonly unknown[]): T | undefined {
  const [answer, setAnswer] = useState<T | undefined>(undefined);
  // Asked before the page is painted, not after: each answer brings what asks the next.
  useLayoutEffect(() => {
    const subscription = liveQuery(query).subscribe({
      next: (found) => setAnswer(() => found),
      error: (problem) =>
        setAnswer(() => {
          throw problem;
        }),
    });
    return () => subscription.unsubscribe();
    // The caller names what the query depends on.
  }, inputs as unknown[]);
  return answer;
}
