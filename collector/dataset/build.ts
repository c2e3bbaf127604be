// What was collected, as a dataset: trajectories, the page states they cite, and the data card.
import { createHash } from "node:crypto";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Shipment } from "../../schemas/shipment.ts";
import type { Collected } from "../ledger/open-collected.ts";
import { parseShipment } from "../parse-shipment.ts";
import { RefusalError } from "../refusal.ts";
import { layoutOf } from "./layout.ts";
import { mind2webOf } from "./mind2web.ts";
import { type NamedTrajectory, nameTrajectory } from "./named-trajectory.ts";
import { createRowFile, type RowFile } from "./row-file.ts";
import { count, emptyTally, type Tally } from "./tally.ts";
import { createTimingFiles, type TimingInput } from "./timing/timing-files.ts";
import { finder, type VocabularyInput } from "./vocabularies.ts";

export interface BuildOptions {
  /** What was opened, with its entry in the ledger. */
  collected: Collected;
  vocabularies: VocabularyInput[];
  /** Folder to write to; made when missing. Files of an earlier build are replaced. */
  out: string;
  /** Writes mind2web.jsonl as well. */
  mind2web: boolean;
  /** Writes timing.jsonl and timing-model.json as well, from step reports. */
  timing?: TimingInput | undefined;
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

function* shipmentsIn(collected: Collected): Iterable<Shipment> {
  // Counted when the rows are written.
  const passed = emptyTally();
  for (const { bytes } of collected.scan()) {
    const shipment = parse(bytes, passed);
    if (shipment) yield shipment;
  }
}

const keyOf = ({
  hash,
  tool,
  vocabulary,
}: {
  hash: string;
  tool: string | null;
  vocabulary: number | null;
}) => `${hash} ${vocabulary} ${tool}`;

function mind2webRecord({ row, outlines, vocabularies }: NamedTrajectory, tally: Tally): unknown {
  const vocabularyOf = new Map(row.steps.map((step, at) => [step, vocabularies[at]]));
  const { record, skipped } = mind2webOf(row, {
    outlineOf: (hash, step) => outlines.find((one) => one.hash === hash && one.tool === step.tool),
    layoutOf: (step) => layoutOf(vocabularyOf.get(step), step.route),
  });
  tally.notMind2Web = (tally.notMind2Web ?? 0) + skipped;
  return record;
}

/** Writes the dataset; returns its counts and the names of its files. Every row has passed its schema. */
export function build(options: BuildOptions): { tally: Tally; written: string[] } {
  const { collected, vocabularies, out, mind2web, timing } = options;
  const tally = emptyTally();
  const find = finder(vocabularies);
  const inputs = createHash("sha256");
  mkdirSync(out, { recursive: true });
  const timed = timing ? createTimingFiles(timing, shipmentsIn(collected), out) : null;
  const trajectories = createRowFile(out, "trajectories.jsonl");
  const outlines = createRowFile(out, "outlines.jsonl");
  const records = mind2web ? createRowFile(out, "mind2web.jsonl") : null;
  const files = [trajectories, outlines, records, ...(timed?.files ?? [])].filter(
    (file): file is RowFile => file !== null,
  );
  const seen = new Set<string>();
  try {
    for (const { bytes } of collected.scan()) {
      inputs.update(bytes).update("\n");
      const shipment = parse(bytes, tally);
      if (!shipment) continue;
      const named = nameTrajectory(shipment, find, tally);
      count(tally, named.row);
      trajectories.write(named.row);
      timed?.write(named.row);
      for (const outline of named.outlines) {
        if (seen.has(keyOf(outline))) continue;
        seen.add(keyOf(outline));
        outlines.write(outline);
      }
      const record = records && mind2webRecord(named, tally);
      if (record) records?.write(record);
    }
    tally.outlines = seen.size;
    const outputs = Object.fromEntries(files.map((file) => [file.name, { sha256: file.close() }]));
    writeCard(options, { inputs: inputs.digest("hex"), outputs, tally });
  } catch (cause) {
    for (const file of files) file.discard();
    throw cause;
  }
  // Renamed last: a build that stops halfway leaves the earlier dataset as it was.
  for (const file of files) file.publish();
  if (!records) rmSync(join(out, "mind2web.jsonl"), { force: true });
  if (!timed)
    for (const name of ["timing.jsonl", "timing-model.json"]) rmSync(join(out, name), { force: true });
  renameSync(join(out, unfinishedCard), join(out, "data-card.json"));
  return { tally, written: [...files.map(({ name }) => name), "data-card.json"] };
}

const unfinishedCard = "data-card.json.unfinished";

interface Made {
  inputs: string;
  outputs: Record<string, { sha256: string }>;
  tally: Tally;
}

function writeCard(
  { collected, vocabularies, out, timing }: BuildOptions,
  { inputs, outputs, tally }: Made,
): void {
  const card = {
    format: "tooltrail-data-card/1",
    inputs: {
      /** SHA-256 over the shipments' bytes in the order of their ids, a line end after each. */
      shipments: { sha256: inputs, count: tally.trajectories + tally.rejected },
      vocabularies: vocabularies.map(({ vocabulary: { tool, version, title }, sha256 }) => ({
        tool,
        version,
        title,
        sha256,
      })),
      ...(timing && {
        stepReports: {
          sha256: timing.sha256,
          count: timing.reports.length,
          rejected: timing.rejected,
          seed: timing.seed,
        },
      }),
    },
    /** Its opening's entry in the ledger, which anybody can look up at the collector. */
    ledger: { number: collected.entry.number, hash: collected.entry.hash },
    outputs,
    counts: tally,
  };
  writeFileSync(join(out, unfinishedCard), `${JSON.stringify(card, null, 2)}\n`);
}
