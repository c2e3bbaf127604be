// A page hands a state over: gated, hashed here and not in the page, stored once.
import type { z } from "zod";
import type { Dropped } from "../../schemas/dropped.ts";
import type { OutlinesReply } from "../../schemas/message.ts";
import type { OutlineNode } from "../../schemas/outline.ts";
import type { outlinesRequestSchema } from "../../schemas/request.ts";
import type { Tool } from "../../schemas/tool.ts";
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { canonicalBytes } from "../anonymize/canonical.ts";
import { readDoorway } from "../consent/doorway.ts";
import { closed, refusal } from "../consent/gate.ts";
import { countDropped } from "../diagnostics/dropped.ts";
import { now } from "../platform/clock.ts";
import type { PageSender } from "../platform/page-sender.ts";
import { shortDigest } from "../platform/random.ts";
import { isGranted } from "../scope/registration.ts";
import type { Database } from "../store/database.ts";
import { keepOutline } from "../store/outlines.ts";
import { write, writeOrFull } from "../store/writer.ts";
import { vocabularyOf } from "../vocabulary/of-tool.ts";
import { placeOf, whose } from "./whose.ts";

const refused: OutlinesReply = { hash: null };

/** The hash that steps may cite. What is not agreed to, or names what no vocabulary holds, is refused and counted. */
export async function keepState(
  database: Database,
  request: z.output<typeof outlinesRequestSchema>,
  sender: PageSender,
): Promise<OutlinesReply> {
  const refuse = async (reason: Dropped) => {
    await write(database, () => countDropped(database, { [reason]: 1 }));
    return refused;
  };
  const doorway = await readDoorway(database);
  const { tool, refused: why } = whose(sender, doorway);
  if (!tool || !(await isGranted(tool))) {
    return refuse(closed(doorway) ?? why ?? "message-out-of-scope");
  }
  if ("nodes" in request && !(await areHeld(request.nodes, tool))) return refuse("message-malformed");
  const nodes = "nodes" in request ? canonicalBytes(request.nodes) : undefined;
  // Hashed before the transaction, which would not survive it.
  const hash = "again" in request ? request.again : await shortDigest(nodes!);
  const kept = await writeOrFull(database, 0, async () => {
    // Asked again inside the transaction: an answer given meanwhile counts.
    const reason = refusal(await readDoorway(database), "outlines", placeOf(sender, tool));
    if (!reason) return keepOutline(database, { hash, nodes, tool: tool.id, seenAt: now() });
    await countDropped(database, { [reason]: 1 });
    return false;
  });
  return kept ? { hash } : refused;
}

const nothing: Pick<Vocabulary, "terms" | "attributes" | "elements"> = {
  terms: [],
  attributes: [],
  elements: [],
};

/** Whether every index is one of the tool's vocabulary. */
async function areHeld(nodes: readonly OutlineNode[], tool: Tool): Promise<boolean> {
  const { terms, attributes, elements } = (await vocabularyOf(tool.vocabulary)) ?? nothing;
  return nodes.every(
    (node) =>
      (node.name === undefined || node.name < terms.length) &&
      (typeof node.tag !== "number" || node.tag < elements.length) &&
      (node.attributes ?? []).every((index) => index < attributes.length),
  );
}
