// What is done every hour, whether or not anybody sends: what is over expires, and past weeks' erasures are told.
import { epochAfter, epochOf } from "../schemas/epoch.ts";
import { toldMany } from "../schemas/ledger.ts";
import type { OpenLedger } from "./ledger/ledger.ts";
import type { Store } from "./store.ts";

export interface Housekeeping {
  store: Store;
  ledger: OpenLedger;
  /** Weeks that shipments are kept, and weeks that tokens are good after their own. */
  weeks: number;
  grace: number;
  /** Also lays out anew what is stored, so that no more than a day's arrivals lie in their order. */
  newDay: boolean;
  now?: () => number;
}

/** One round. */
export async function keepHouse({
  store,
  ledger,
  weeks,
  grace,
  newDay,
  now = Date.now,
}: Housekeeping): Promise<void> {
  const present = epochOf(now());
  await store.expire({
    shipments: epochAfter(present, 1 - weeks),
    tokens: epochAfter(present, -grace),
    now: present,
  });
  if (newDay) await store.rearrange();
  // Whole weeks only: an entry on the day would tell when somebody changed their mind.
  for (const { many } of store.takeErased(present)) {
    const why = "asked for by those whose shipments they were";
    ledger.append({ what: "erase", who: "collector", why, many: toldMany(many) });
  }
}
