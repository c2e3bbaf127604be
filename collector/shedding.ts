// Who comes when too much is under way is sent off at once, before any work is done for them.
import type { MiddlewareHandler } from "hono";
import { RefusalError } from "./refusal.ts";

export interface Limits {
  /** Requests under way at once. */
  most: number;
  /** How late the process may be with what it has to do, in milliseconds. */
  late: number;
}

export interface Shedding {
  /** Lets one in, or says after how many seconds it should come back. */
  enter(): number | null;
  leave(): void;
  middleware: MiddlewareHandler;
  readonly busy: boolean;
}

const every = 100;

/** How late a timer fires: what waits in front of every request. */
function lateness(): () => number {
  let due = performance.now() + every;
  let late = 0;
  setInterval(() => {
    const now = performance.now();
    late = now - due;
    due = now + every;
  }, every).unref();
  return () => Math.max(late, performance.now() - due);
}

/** Refuses with `busy` above either limit, and asks to come back within a random minute, so that not all do at once. */
export function shedding({ most, late }: Limits): Shedding {
  const lateBy = lateness();
  let underWay = 0;
  const isBusy = () => underWay >= most || lateBy() > late;
  const enter = () => {
    if (isBusy()) return 30 + Math.floor(Math.random() * 60);
    underWay += 1;
    return null;
  };
  const leave = () => {
    underWay -= 1;
  };
  return {
    enter,
    leave,
    get busy() {
      return isBusy();
    },
    middleware: async (context, next) => {
      const wait = enter();
      if (wait !== null) {
        context.header("retry-after", String(wait));
        throw new RefusalError("busy");
      }
      try {
        await next();
      } finally {
        leave();
      }
    },
  };
}
