// So many stored steps, written into the database without the extension's code: recording them would take an hour.
import type { Person } from "./person.ts";

interface Fill {
  trajectories: number;
  /** Of each trajectory. */
  steps: number;
  /** That take turns, step by step. */
  tools: number;
}

/** Closed trajectories of yesterday, in chunks of up to 250 steps by tool. */
export async function fillsStore(person: Person, fill: Fill): Promise<void> {
  await person.options.evaluate(async ({ trajectories, steps, tools }) => {
    const ended = (request: IDBTransaction) =>
      new Promise<void>((done, failed) => {
        request.oncomplete = () => done();
        request.onerror = () => failed(request.error);
      });
    const database = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open("tooltrail");
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const idOf = (letter: string, n: number) => `${letter}${String(n).padStart(20, "0")}A`;
    const names = Array.from({ length: tools }, (_, n) => idOf("T", n));
    const openedAt = Date.now() - 24 * 3_600_000;
    const day = new Date(openedAt).toISOString().slice(0, 10);
    const encoder = new TextEncoder();
    for (let nth = 0; nth < trajectories; nth++) {
      const writing = database.transaction(["trajectories", "chunks"], "readwrite");
      const id = idOf("F", nth);
      const closed = { closedAt: openedAt + steps * 500, closedBy: "size" };
      writing.objectStore("trajectories").put({ id, openedAt, ...closed, tools: names });
      for (let from = 0; from < steps; from += 250 * tools) {
        for (const [turn, tool] of names.entries()) {
          const numbers: number[] = [];
          for (let n = from + turn; n < Math.min(steps, from + 250 * tools); n += tools) numbers.push(n);
          const line = (n: number) => {
            const target = { role: "button", name: null, path: [], selectors: [], state: [], terms: [] };
            const step = { kind: "click", at: n * 500, tool, frame: [], route: null, effect: "nothing" };
            return `${JSON.stringify({ n, step: { ...step, button: "main", count: 1, target } })}\n`;
          };
          writing.objectStore("chunks").put({
            ...{ trajectory: id, tool, day, first: numbers[0], last: numbers.at(-1) },
            ...{ count: numbers.length, lines: encoder.encode(numbers.map(line).join("")) },
          });
        }
      }
      await ended(writing);
    }
    const counting = database.transaction("totals", "readwrite");
    for (const tool of names)
      counting.objectStore("totals").put({ day, tool, kind: "click", count: (trajectories * steps) / tools });
    await ended(counting);
    database.close();
  }, fill);
}
