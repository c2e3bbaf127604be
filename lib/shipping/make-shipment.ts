// A settled trajectory becomes queued bytes with an erase key.
import { noticeVersion } from "../../schemas/consent.ts";
import { pack } from "../../schemas/pack.ts";
import type { Tool } from "../../schemas/tool.ts";
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { canonicalBytes } from "../anonymize/canonical.ts";
import { type Pages, plainPages } from "../anonymize/cited-outlines.ts";
import { anonymize } from "../anonymize/index.ts";
import { wordless, wordsOfVocabulary } from "../anonymize/words.ts";
import { readDoorway } from "../consent/doorway.ts";
import { countDropped } from "../diagnostics/dropped.ts";
import { dayBegan, now, weekOf } from "../platform/clock.ts";
import { eraseTagOf, randomBelow, randomId, randomKey, shortDigest } from "../platform/random.ts";
import type { Database } from "../store/database.ts";
import { citedBy, readOutlines } from "../store/outlines.ts";
import type { MakeShipment } from "../trajectory/close.ts";
import { withoutUnusual } from "../trajectory/unusual.ts";
import { vocabularyOf } from "../vocabulary/of-tool.ts";
import { agreedTogether } from "./agreed-together.ts";
import { excessOf, withoutOldest } from "./fitting-outlines.ts";
import { leavesAt } from "./leaves-at.ts";
import { readReviewWindow } from "./review-window.ts";
import { isSealed } from "./services.ts";

/**
 * Made again after the person deleted a step, a shipment keeps its id, week, erase key and clock. One that the
 * collector would not take, because it is too large, goes without its oldest outlines; if that is not enough it is
 * dropped. Both are counted.
 */
export const makeShipment =
  (database: Database): MakeShipment =>
  async (whole, all, before) => {
    const { head, steps: usual } = withoutUnusual(whole, all);
    const rows = await database.tools.toArray();
    const { policy } = await readDoorway(database);
    const receipts = await database.receipts.toArray();
    const steps = agreedTogether(usual, { tools: rows, policy, receipts });
    if (steps.length === 0) return null;
    const id = before?.id ?? randomId();
    const week = before?.week ?? weekOf(head.closedAt ?? now());
    const key = (before && (await database.eraseKeys.get(before.id))?.key) ?? randomKey();
    const envelope = { id, week, eraseTag: await eraseTagOf(key), notice: noticeVersion };
    const vocabularies = await vocabulariesOf(rows);
    const publishedOf = (row: string) => {
      const vocabulary = vocabularies.get(row);
      return { tool: vocabulary?.tool ?? null, vocabulary: vocabulary?.version ?? null };
    };
    const words = new Map([...vocabularies].map(([row, held]) => [row, wordsOfVocabulary(held)]));
    const wordsOf = (row: string) => words.get(row) ?? wordless;
    const plain = await hashed(
      plainPages(steps, await readOutlines(database, citedBy(steps, head)), wordsOf),
    );
    const tasksOf = (row: string) => vocabularies.get(row)?.tasks ?? [];
    const makeWith = (pages: Pages) => {
      const known = { publishedOf, wordsOf, pages, tasksOf, said: head.task };
      const made = anonymize(steps, envelope, known);
      return made && { ...made, bytes: canonicalBytes(pack(made.shipment)) };
    };
    let made = makeWith(plain);
    const cited = made?.shipment.outlines ?? [];
    let fitting = cited;
    let excess = made ? await excessOf(made.bytes) : 0;
    while (made && excess > 0 && fitting.length > 0) {
      fitting = withoutOldest(fitting, excess);
      const stay = new Set(fitting.map(({ hash }) => hash));
      made = makeWith(new Map([...plain].filter(([, { outline }]) => stay.has(outline.hash))));
      excess = made ? await excessOf(made.bytes) : 0;
    }
    if (!made) return null;
    const { bytes, tools, numbers } = made;
    if (excess > 0) {
      await countDropped(database, { "shipment-too-large": 1 });
      return null;
    }
    if (fitting.length < cited.length) {
      await countDropped(database, { "outline-too-large": cited.length - fitting.length });
    }
    const window = await readReviewWindow(database);
    const readyAt = before?.readyAt ?? leavesAt(now(), { window, part: randomPart(), dayBegan });
    const queued = {
      id,
      trajectory: head.id,
      state: "waiting" as const,
      week,
      bytes,
      tools,
      numbers,
      readyAt,
      attempts: before?.attempts ?? 0,
      // No second wait: the moment was drawn over the whole day. Sealed, 0 is for what the person ships now.
      nextTryAt: before?.nextTryAt ?? ((await isSealed(database)) ? readyAt : 0),
    };
    return { queued, key };
  };

async function vocabulariesOf(rows: readonly Tool[]): Promise<Map<string, Vocabulary>> {
  const found = await Promise.all(
    rows.map(async ({ id, vocabulary }) => [id, await vocabularyOf(vocabulary)] as const),
  );
  return new Map(found.flatMap(([id, vocabulary]) => (vocabulary ? [[id, vocabulary]] : [])));
}

/** A state in its plain form is another state, so it is hashed anew. */
async function hashed(pages: ReturnType<typeof plainPages>): Promise<Pages> {
  const made = pages.map(async ({ keys, plain: { nodes, positions } }) => {
    const page = { outline: { hash: await shortDigest(canonicalBytes(nodes)), nodes }, positions };
    return keys.map((key) => [key, page] as const);
  });
  return new Map((await Promise.all(made)).flat());
}

const randomPart = (): number => randomBelow(2 ** 32) / 2 ** 32;
