// What was collected, as a dataset: trajectories.jsonl and its data card.
import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type DatasetTrajectory, datasetTrajectorySchema } from "../../schemas/dataset.ts";
import type { Shipment } from "../../schemas/shipment.ts";
import { parseShipment } from "../parse-shipment.ts";
import { RefusalError } from "../refusal.ts";
import type { Store } from "../store.ts";
import { nameStep } from "./name-step.ts";
import { namesOf } from "./names.ts";
import { count, emptyTally, type Tally } from "./tally.ts";
import { type FindVocabulary, finder, type VocabularyInput } from "./vocabularies.ts";

export interface BuildOptions {
  store: Store;
  vocabularies: VocabularyInput[];
  /** Folder to write to; made when missing. Files of an earlier build are replaced. */
  out: string;
}

function nameTrajectory(shipment: Shipment, find: FindVocabulary, tally: Tally): DatasetTrajectory {
  const unknown = () => {
    tally.unknown += 1;
  };
  const tools = shipment.tools.map((tool) => {
    const vocabulary = find(tool);
    return { title: vocabulary?.title ?? null, names: namesOf(vocabulary, unknown) };
  });
  const nothing = { title: null, names: namesOf(undefined, unknown) };
  return datasetTrajectorySchema.parse({
    format: "tooltrail-dataset/1",
    id: shipment.id,
    week: shipment.week,
    notice: shipment.notice,
    steps: shipment.steps.map((step) => {
      const { title, names } = tools[step.tool] ?? nothing;
      return nameStep(step, title, names);
    }),
  });
}

/** A file of an older format stays in the store and is counted; it does not stop the build. */
function parse(bytes: Uint8Array, tally: Tally): Shipment | undefined {
  try {
    return parseShipment(bytes);
  } catch (cause) {
    if (!(cause instanceof RefusalError)) throw cause;
    tally.rejected += 1;
    return undefined;
  }
}

/** Writes the dataset and returns its counts. Every row has passed datasetTrajectorySchema. */
export function build({ store, vocabularies, out }: BuildOptions): Tally {
  const tally = emptyTally();
  const find = finder(vocabularies);
  const inputs = createHash("sha256");
  const rows = createHash("sha256");
  mkdirSync(out, { recursive: true });
  const unfinished = join(out, "trajectories.jsonl.unfinished");
  const file = openSync(unfinished, "w");
  try {
    for (const { bytes } of store.scan()) {
      inputs.update(bytes).update("\n");
      const shipment = parse(bytes, tally);
      if (!shipment) continue;
      const row = nameTrajectory(shipment, find, tally);
      count(tally, row);
      const line = `${JSON.stringify(row)}\n`;
      rows.update(line);
      writeFileSync(file, line);
    }
  } finally {
    closeSync(file);
  }
  const card = {
    format: "tooltrail-data-card/1",
    inputs: {
      /** SHA-256 over the shipments' bytes in the order of their ids, a line end after each. */
      shipments: { sha256: inputs.digest("hex"), count: tally.trajectories + tally.rejected },
      vocabularies: vocabularies.map(({ vocabulary: { tool, version, title }, sha256 }) => ({
        tool,
        version,
        title,
        sha256,
      })),
    },
    outputs: { "trajectories.jsonl": { sha256: rows.digest("hex") } },
    counts: tally,
  };
  const unfinishedCard = join(out, "data-card.json.unfinished");
  writeFileSync(unfinishedCard, `${JSON.stringify(card, null, 2)}\n`);
  // Renamed last: a build that stops halfway leaves the earlier dataset as it was.
  renameSync(unfinished, join(out, "trajectories.jsonl"));
  renameSync(unfinishedCard, join(out, "data-card.json"));
  return tally;
}
