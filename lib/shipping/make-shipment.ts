// A settled trajectory becomes queued bytes with an erase key.
import { noticeVersion } from "../../schemas/consent.ts";
import type { Outline } from "../../schemas/outline.ts";
import { pack } from "../../schemas/pack.ts";
import { canonicalBytes } from "../anonymize/canonical.ts";
import { anonymize } from "../anonymize/index.ts";
import { countDropped } from "../diagnostics/dropped.ts";
import { now, weekOf } from "../platform/clock.ts";
import { eraseTagOf, randomBelow, randomId, randomKey } from "../platform/random.ts";
import type { Database } from "../store/database.ts";
import { citedBy, readOutlines } from "../store/outlines.ts";
import type { MakeShipment } from "../trajectory/close.ts";
import { withoutUnusual } from "../trajectory/unusual.ts";
import { vocabularyOf } from "../vocabulary/of-tool.ts";
import { excessOf, withoutOldest } from "./fitting-outlines.ts";
import { readReviewWindow } from "./review-window.ts";
import { isSealed } from "./services.ts";
import { longestSpread } from "./slots.ts";

/**
 * Made again after the person deleted a step, a shipment keeps its id, week, erase key and clock. One that the
 * collector would not take, because it is too large, goes without its oldest outlines; if that is not enough it is
 * dropped. Both are counted.
 */
export const makeShipment =
  (database: Database): MakeShipment =>
  async (whole, all, before) => {
    const { head, steps } = withoutUnusual(whole, all);
    if (steps.length === 0) return null;
    const id = before?.id ?? randomId();
    const week = before?.week ?? weekOf(head.closedAt ?? now());
    const key = (before && (await database.eraseKeys.get(before.id))?.key) ?? randomKey();
    const tools = await database.tools.toArray();
    const envelope = { id, week, eraseTag: await eraseTagOf(key), notice: noticeVersion };
    const known = new Map(
      await Promise.all(
        tools.map(async ({ id, vocabulary }) => [id, await vocabularyOf(vocabulary)] as const),
      ),
    );
    const published = (row: string) => {
      const vocabulary = known.get(row) ?? null;
      return { tool: vocabulary?.tool ?? null, vocabulary: vocabulary?.version ?? null };
    };
    const last = head.lastOutline;
    const makeWith = (outlines: readonly Outline[]) => {
      const made = anonymize(steps, { ...envelope, pages: { outlines, last } }, published);
      return { ...made, bytes: canonicalBytes(pack(made.shipment)) };
    };
    let made = makeWith(await readOutlines(database, citedBy(steps, head)));
    const cited = made.shipment.outlines;
    let fitting = cited;
    let excess = await excessOf(made.bytes);
    while (excess > 0 && fitting.length > 0) {
      fitting = withoutOldest(fitting, excess);
      made = makeWith(fitting);
      excess = await excessOf(made.bytes);
    }
    const { bytes, tools: listed } = made;
    if (excess > 0) {
      await countDropped(database, { "shipment-too-large": 1 });
      return null;
    }
    if (fitting.length < cited.length) {
      await countDropped(database, { "outline-too-large": cited.length - fitting.length });
    }
    const readyAt = before?.readyAt ?? now() + (await readReviewWindow(database));
    const queued = {
      id,
      trajectory: head.id,
      state: "waiting" as const,
      week,
      bytes,
      tools: listed,
      readyAt,
      attempts: before?.attempts ?? 0,
      nextTryAt:
        before?.nextTryAt ?? ((await isSealed(database)) ? readyAt + 1 + randomBelow(longestSpread) : 0),
    };
    return { queued, key };
  };
