import type { QueuedShipment } from "../../schemas/queue.ts";
import type { Shipment } from "../../schemas/shipment.ts";
import type { Tool } from "../../schemas/tool.ts";
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { t } from "../platform/words.ts";
import { type PublishedNames, publishedNames } from "./published-names.ts";

/** The alias of a tool's row. */
export const aliasOf = (tools: readonly Tool[], id: string): string =>
  tools.find((tool) => tool.id === id)?.alias ?? t("tools.gone");

interface Known {
  tools: readonly Tool[];
  vocabularies: readonly Vocabulary[];
  languages: readonly string[];
}

/** What the tool of this row has published. */
export function vocabularyOfTool(known: Known, id: string): Vocabulary | undefined {
  const row = known.tools.find((tool) => tool.id === id);
  return known.vocabularies.find(({ tool }) => tool === row?.vocabulary);
}

/** The published names of a stored step's tool. */
export function namesOfTool(known: Known, id: string): PublishedNames {
  const row = known.tools.find((tool) => tool.id === id);
  const vocabulary = vocabularyOfTool(known, id);
  return publishedNames(row?.alias ?? t("tools.gone"), vocabulary, known.languages);
}

/** The same for each tool of a shipment: only the version it was written with may name anything. */
export function namesOfShipment(known: Known, queued: QueuedShipment, shipment: Shipment): PublishedNames[] {
  return shipment.tools.map((cited, at) => {
    const vocabulary = known.vocabularies.find(
      ({ tool, version }) => tool === cited.tool && version === cited.vocabulary,
    );
    return publishedNames(aliasOf(known.tools, queued.tools[at] ?? ""), vocabulary, known.languages);
  });
}
