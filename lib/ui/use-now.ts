import { useEffect, useState } from "preact/hooks";
import { now } from "../platform/clock.ts";

const grain = 10_000;
const coarse = () => Math.floor(now() / grain) * grain;

/** The time in steps of ten seconds, so that a page renders again only when a shown minute can change. */
export function useNow(): number {
  const [time, setTime] = useState(coarse);
  useEffect(() => {
    const timer = setInterval(() => setTime(coarse()), 1000);
    return () => clearInterval(timer);
  }, []);
  return time;
}
