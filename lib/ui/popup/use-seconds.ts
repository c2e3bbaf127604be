import { useEffect, useState } from "preact/hooks";
import { now } from "../../platform/clock.ts";

/** The time, anew each second: for what lasts only seconds. */
export function useSeconds(): number {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return time;
}
