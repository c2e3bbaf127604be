// Sections of the benches that have one subject: their figures, their bounds, and the machine they ran on.

interface Spread {
  median: number;
  iqr: number;
  rounds: number;
}

export interface FigureResults {
  bounds: { name: string; figure: number | null; most?: number; least?: number; holds: boolean }[];
  figures: Record<string, number>;
  spread: Record<string, Spread>;
  versions: Record<string, string>;
  machine: { processor: string; cores: number; memoryGb: number; system: string; loadAverage: number };
  seconds: number;
}

/** What a bench is about, and what its figures are called, a row each. */
interface Section {
  title: string;
  about: string;
  rows: Record<string, string>;
  /** The single values behind a figure, by their name in the results. */
  valuesOf: Record<string, string>;
}

export const sections = {
  worker: {
    title: "Worker",
    about:
      "a batch of 100 steps in the extension's own worker, CPU of its thread; and a stopped worker to its first stored step, " +
      "beside an extension whose worker only stores one record, in turn.",
    rows: {
      "batch-cpu-ms": "a batch of 100 steps: validated, gated, stored; median, ms",
      "batch-cpu-p90-ms": "the same, 90%, ms",
      "validate-cpu-ms": "validated alone, ms",
      "gate-cpu-ms": "gated alone, ms",
      "store-cpu-ms": "stored alone, ms",
      "cold-start-ms": "stopped to stored, ms",
      "cold-start-empty-ms": "the same of an empty worker, ms",
    },
    valuesOf: {
      "batch-cpu-ms": "batch",
      "validate-cpu-ms": "validates",
      "gate-cpu-ms": "gates",
      "cold-start-ms": "tooltrail",
      "cold-start-empty-ms": "empty",
    },
  },
  store: {
    title: "Store",
    about:
      "1,000,000 steps of every kind, taken from a recording and varied, into IndexedDB in the extension's own origin.",
    rows: {
      "closed-steps-per-s": "in closed chunks, steps a second, validation apart",
      "validated-steps-per-s": "validated, steps a second",
      "appended-steps-per-s": "appended as messages of 100 steps, steps a second",
      "close-trajectory-ms": "closing a trajectory of 2,000 steps, ms",
      "line-bytes-per-step": "a step as a line, bytes",
      "disk-bytes-per-step": "a step on the disk, bytes",
      "restart-list-shown-ms": "My data shows its list after a restart, ms",
      "restart-steps-shown-ms": "and the steps of a trajectory, ms",
    },
    valuesOf: {
      "closed-steps-per-s": "closed-steps-per-s",
      "appended-steps-per-s": "appended-steps-per-s",
      "close-trajectory-ms": "close-trajectory-ms",
    },
  },
  pages: {
    title: "My data and the export",
    about:
      "1,020,000 stored steps: the page opened anew, scrolled by the wheel as it opens, with one day alone and under what a " +
      "search has found, a search through all, and the export into a file; memory is that of the extension's processes.",
    rows: {
      "first-list-ms": "My data shows its list, ms",
      "first-list-worst-ms": "the same at worst, ms",
      "first-steps-ms": "and the steps of the newest trajectory, ms",
      "list-worst-frame-ms": "longest frame of a scroll through the list, ms",
      "day-worst-frame-ms": "the same of one day, ms",
      "found-worst-frame-ms": "the same under what a search has found, ms",
      "scroll-worst-of-all-ms": "longest of all of them, ms",
      "scroll-frames": "frames while scrolling",
      "scroll-frames-over-50-ms": "of them over 50 ms",
      "searched-steps-per-s": "looked through by a search, steps a second",
      "search-worst-frame-ms": "longest frame meanwhile, ms",
      "exported-steps-per-s": "exported, steps a second",
      "export-memory-at-rest-mb": "memory before an export, MB",
      "export-memory-above-rest-mb": "at most above that while exporting, MB",
      "export-memory-worst-mb": "the same at worst, MB",
      "export-zip-mb": "the file, MB",
    },
    valuesOf: {},
  },
  soak: {
    title: "A day",
    about:
      "eight hours of work in Node-RED with 20 tabs, the hours passing by the clock between stretches of real input; " +
      "reloads, pauses and stops of the worker among them.",
    rows: {
      clicks: "clicks made",
      "clicks-stored": "clicks stored, in their order",
      steps: "steps of all kinds",
      trajectories: "trajectories",
      "worker-stops": "times the worker was stopped",
      "page-heap-mb-start": "heap of a page with Node-RED in the morning, MB",
      "page-heap-mb-end": "the same in the evening, MB",
      "recording-heap-kb-last": "of it the recording's, KB",
      "worker-heap-mb-end": "heap of the worker in the evening, MB",
      "database-growth-kb": "growth of the database, KB",
    },
    valuesOf: {
      "page-heap-mb-start": "page-heap-mb-start",
      "page-heap-mb-end": "page-heap-mb-end",
    },
  },
  collector: {
    title: "Collector",
    about:
      "shipments of 40 steps, sealed and paid for before the clock starts, sent over 64 connections to one collector, in turn " +
      "with a bare node:http endpoint that stores the same bytes as safely; and each part of the work by itself.",
    rows: {
      "shipments-per-s": "sealed and paid shipments a second",
      "bare-per-s": "the same bytes stored by bare node:http, a second",
      "p50-ms": "from sending to the answer, ms",
      "p99-ms": "the same, 99%, ms",
      "processor-ms": "processor time of a shipment, ms",
      "parts-ms": "of its parts by themselves, ms",
      "part unseal, ms": "unsealing, ms",
      "part redeem, ms": "redeeming the token, ms",
      "part inflate and parse, ms": "inflating and parsing, ms",
      "part re-seal, ms": "sealing to the dataset key, ms",
      "part insert, ms": "inserting, ms",
      "shipment-bytes": "a shipment, bytes",
      "packed-bytes": "gzipped, bytes",
      "sealed-bytes": "sealed, bytes",
    },
    valuesOf: { "shipments-per-s": "shipments-per-s" },
  },
} as const satisfies Record<string, Section>;
export type SectionName = keyof typeof sections;

/** Half the interquartile range of the values behind a figure; nothing where there is one value. */
const around = (spread: Spread | undefined): string =>
  spread && spread.iqr > 0 ? ` ±${Number((spread.iqr / 2).toPrecision(3))}` : "";

/** A bench that was not run yet has a section that says so. */
export function figureSection(name: SectionName, results: FigureResults | undefined): string {
  const { title, about, rows, valuesOf }: Section = sections[name];
  if (!results) return `## ${title}\n\n\`npm run bench -- ${name}\`: not measured yet.\n`;
  const { bounds, figures, spread, versions, machine, seconds } = results;
  const { processor, cores, memoryGb, system, loadAverage } = machine;
  return [
    `## ${title}`,
    "",
    `\`npm run bench -- ${name}\`: ${about}`,
    `${versions.chromium ? `Chromium ${versions.chromium}` : `Node ${versions.node}`}, ${seconds} s. Machine: ${processor}, ${cores} cores, ${memoryGb} GB, ${system}; load average`,
    `${loadAverage} as the run began. After ±: half the interquartile range of what was measured several times.`,
    "",
    "|  |  |",
    "| --- | ---: |",
    ...Object.entries(rows).map(
      ([figure, label]) =>
        `| ${label} | ${figures[figure] ?? "-"}${around(spread[valuesOf[figure] ?? ""])} |`,
    ),
    "",
    "| bound |  | measured |  |",
    "| --- | ---: | ---: | --- |",
    ...bounds.map(
      ({ name: bound, figure, most, least, holds }) =>
        `| ${bound} | ${most === undefined ? `at least ${least}` : `at most ${most}`} | ${figure ?? "-"} | ${holds ? "holds" : "**does not hold**"} |`,
    ),
    "",
  ].join("\n");
}
