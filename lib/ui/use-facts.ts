// What every page needs to say what is true right now.
import { useEffect, useState } from "preact/hooks";
import type { Receipt } from "../../schemas/consent.ts";
import { consentOf } from "../consent/state.ts";
import { type DiskFull, watchDiskFull } from "../diagnostics/disk-full.ts";
import { database } from "./database.ts";
import type { Facts } from "./recording-state.ts";
import { useLive } from "./use-live.ts";
import { useNow } from "./use-now.ts";

export interface PageFacts extends Facts {
  /** The newest answer, whatever it was. */
  receipt: Receipt | undefined;
}

const read = async () => ({
  receipts: await database.receipts.orderBy("at").toArray(),
  tools: await database.tools.orderBy("addedAt").toArray(),
  pause: await database.settings.get("pause"),
});

/** Undefined until the database has answered once. */
export function useFacts(): PageFacts | undefined {
  const now = useNow();
  const stored = useLive(read, []);
  const [diskFull, setDiskFull] = useState<DiskFull | null>(null);
  useEffect(() => {
    const ending = new AbortController();
    watchDiskFull(setDiskFull, ending.signal);
    return () => ending.abort();
  }, []);
  if (!stored) return undefined;
  const { receipts, tools, pause } = stored;
  return {
    consent: consentOf(receipts),
    receipt: receipts.at(-1),
    tools,
    pause: pause?.key === "pause" ? pause.pause : undefined,
    diskFullSince: diskFull?.since ?? null,
    now,
  };
}
