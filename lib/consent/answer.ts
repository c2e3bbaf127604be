// Writes consent receipts. A receipt is never changed or deleted by a later answer.
import { type Answer, noticeVersion, type Receipt } from "../../schemas/consent.ts";
import type { SwitchName } from "../../schemas/step.ts";
import { now } from "../platform/clock.ts";
import { randomId } from "../platform/random.ts";
import type { Database } from "../store/database.ts";
import { consentOf } from "./state.ts";

interface Given {
  answer: Answer;
  kinds: readonly SwitchName[];
  tools: readonly string[];
}

/** Adds the receipt of an answer. It is always newer than the last one, even when the clock went back. */
export async function writeReceipt(database: Database, given: Given): Promise<Receipt> {
  const last = await database.receipts.orderBy("at").last();
  const at = Math.max(now(), (last?.at ?? 0) + 1);
  const receipt: Receipt = {
    id: randomId(),
    at,
    notice: noticeVersion,
    answer: given.answer,
    kinds: [...given.kinds],
    tools: [...given.tools],
  };
  await database.receipts.add(receipt);
  return receipt;
}

/** A tool added or removed while agreed changes what the agreement covers: a receipt of its own. */
export async function coverTools(
  database: Database,
  change: (tools: readonly string[]) => string[],
): Promise<void> {
  const consent = consentOf(await database.receipts.toArray());
  if (consent.answer !== "agreed") return;
  await writeReceipt(database, { answer: "agreed", kinds: consent.kinds, tools: change(consent.tools) });
}
