// What every page needs to say what is true right now.
import { useEffect, useState } from "preact/hooks";
import type { Receipt } from "../../schemas/consent.ts";
import { doorwayOf, readStored, readUsedAt, thisWorld } from "../consent/doorway.ts";
import { newestOf } from "../consent/state.ts";
import { type DiskFull, watchDiskFull } from "../diagnostics/disk-full.ts";
import { database } from "./database.ts";
import type { Facts } from "./recording-state.ts";
import { useLive } from "./use-live.ts";
import { useNow } from "./use-now.ts";

export interface PageFacts extends Facts {
  /** The newest answer, whatever it was. */
  receipt: Receipt | undefined;
}

const read = async () => ({ kept: await readStored(database), usedAt: await readUsedAt(database) });

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
  const { kept, usedAt } = stored;
  const doorway = doorwayOf(kept, usedAt, { ...thisWorld(), now });
  return {
    ...doorway,
    tools: kept.tools.toSorted((a, b) => a.addedAt - b.addedAt),
    receipt: newestOf(kept.receipts),
    diskFullSince: diskFull?.since ?? null,
  };
}
