// Without the Navigation API: the address is looked at after each act and on the events that there are.
import { hearing } from "../hearing.ts";
import type { Recording } from "../recording.ts";
import type { Emit } from "./throttle.ts";

/** A change this soon after an act, in milliseconds, is the act's. */
const soon = 500;
const mostKept = 200;

interface Following {
  change: Emit;
  isNewPage(replaced: boolean): boolean;
  signal: AbortSignal;
}

/** Tells back from forward by the addresses seen in this document, which it forgets with the document. */
export function followHistory(recording: Recording, { change, isNewPage, signal }: Following): void {
  const { listen, later } = hearing(recording, signal);
  const seen = [location.href];
  let position = 0;
  let lastAct = Number.NEGATIVE_INFINITY;

  const look = (timeStamp: number, walked = false) => {
    if (!isNewPage(false)) return;
    const address = location.href;
    if (walked && address === seen[position + 1] && address !== seen[position - 1]) {
      position++;
      return change("forward", timeStamp);
    }
    if (walked) {
      position = Math.max(0, position - 1);
      seen[position] = address;
      return change("back", timeStamp);
    }
    seen.splice(position + 1, Infinity, address);
    position = seen.length - 1;
    if (seen.length > mostKept) {
      seen.shift();
      position--;
    }
    change("soft", timeStamp);
  };
  listen(["click", "keydown"], ({ timeStamp }) => {
    lastAct = timeStamp;
    look(timeStamp);
    later(0, () => look(timeStamp));
  });
  listen(["popstate", "hashchange"], ({ timeStamp }) => {
    // A link to `#part` tells of itself as popstate too; the browser's own back button is no act in the page.
    look(timeStamp, timeStamp - lastAct >= soon);
  });
}
