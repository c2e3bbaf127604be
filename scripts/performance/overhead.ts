// The section on what recording costs a page.

interface Spread {
  median: number;
  iqr: number;
  rounds: number;
}

export interface OverheadResults {
  pass: boolean;
  quick: boolean;
  rounds: number;
  tabRounds: number;
  counts: Record<string, number>;
  bounds: { name: string; figure: number | null; most: number; holds: boolean }[];
  figures: Record<string, Record<string, Spread | null>>;
  versions: Record<string, string>;
  machine: { processor: string; cores: number; memoryGb: number; system: string; loadAverage: number };
}

/** Rows of the table: what a reader sees, and the figure's name. */
const rows: [label: string, figure: string][] = [
  ...(["move", "key", "click", "wheel"] as const).flatMap((kind): [string, string][] => [
    [`${kind}: listeners, median, µs`, `listener-${kind}-us`],
    [`${kind}: listeners, 99%, µs`, `listener-${kind}-p99-us`],
    [`${kind}: all script, µs`, `script-${kind}-us`],
    [`${kind}: idle work, µs`, `idle-${kind}-us`],
    [`${kind}: main thread beyond bare, µs`, `task-${kind}-us`],
  ]),
  ["load: script, ms", "load-script-ms"],
  ["load: idle work, ms", "load-idle-ms"],
  ["load: main thread beyond bare, ms", "load-task-ms"],
  ["longest task of its own, ms", "longest-task-ms"],
  ["longest idle slice, ms", "longest-slice-ms"],
  ["heap after load beyond bare, KB", "heap-loaded-kb"],
  ["heap growth beyond bare, KB", "heap-growth-kb"],
  ["injected, gzip, KB", "injected-gzip-kb"],
  ["shipped per input event, bytes", "shipped-raw-bytes"],
  ["the same with gzip, bytes", "shipped-gzip-bytes"],
  ["stored per input event, bytes", "stored-raw-bytes"],
  ["largest outline, gzip, KB", "outline-gzip-kb"],
  ["outlines handed over per page state", "outlines-per-state"],
  ["click to picture beyond bare at 4x, ms", "paint-click-ms"],
  ["key to picture beyond bare at 4x, ms", "paint-key-ms"],
  ["whole browser beyond bare, CPU per input, µs", "browser-cpu-us"],
  ["whole browser beyond bare, CPU per hour with 20 tabs, s", "hour-of-20-tabs-cpu-s"],
  ["idle page: wake-ups in 5 s", "idle-wake-ups"],
];

const inWords = (value: number): string =>
  Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));

const cell = (spread: Spread | null | undefined): string =>
  spread ? `${inWords(spread.median)}${spread.iqr > 0 ? ` ±${inWords(spread.iqr / 2)}` : ""}` : "-";

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function table({ figures, versions }: OverheadResults): string {
  const subjects = Object.keys(figures).filter((name) => name !== "bare");
  const heads = subjects.map((name) => (versions[name] ? `${name} ${versions[name]}` : name));
  const body = rows.map(([label, figure]) =>
    line([label, ...subjects.map((name) => cell(figures[name]?.[figure]))]),
  );
  return [line(["", ...heads]), line(["---", ...subjects.map(() => "---:")]), ...body].join("\n");
}

const boundsTable = ({ bounds }: OverheadResults): string =>
  [
    line(["bound", "at most", "measured", ""]),
    line(["---", "---:", "---:", "---"]),
    ...bounds.map(({ name, most, figure, holds }) =>
      line([
        name,
        String(most),
        figure === null ? "not measured" : inWords(figure),
        holds ? "holds" : "**does not hold**",
      ]),
    ),
  ].join("\n");

const kindsOf = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([kind, count]) => `${count} ${kind}s`)
    .join(", ");

/** What recording costs a page, beside empty listeners and beside other recorders. */
export function overheadSection(results: OverheadResults): string {
  const { rounds, tabRounds, counts, versions, machine, quick } = results;
  return `## Overhead

\`npm run bench -- overhead\`: a live table of 2,000 rows (about 16,000 elements), forms, a dialog, routes, an open shadow root
and a frame, in Chromium ${versions.chromium}. Inputs are trusted, sent over the browser's own protocol: ${kindsOf(counts)} a round.
${rounds} interleaved rounds${quick ? " of the quick run" : ""} (${tabRounds} with 20 tabs), each subject in a fresh profile, the order rotated; the median over the rounds ± half the
interquartile range; "beyond bare" is the difference to the bare page in the same round, script and listeners are attributed
by the browser's trace to the subject's own code, in time of the thread. The trace itself adds to each call, the floor's as well.
Machine: ${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}; load average ${machine.loadAverage} as the run began.

- floor: an extension with the same listeners as Tooltrail, passive, with empty bodies.
- tooltrail: every kind and outlines agreed to, the tool added, no vocabulary. "Idle work" is outlines and what else waits for an idle moment.
- the others: each bundled into a content script, in a world of its own, as its guide shows; their network is answered on this
  machine, and bytes are what arrived there, without what a load ships by itself. Nothing is padded or sealed yet.
- an hour with 20 tabs: eight seconds of rest, then a minute's worth of inputs (an hour has 12,000 moves, 3,000 keys, 600 clicks
  and 1,200 wheel turns), extrapolated; CPU per input of the whole browser is from there too.

${table(results)}

${boundsTable(results)}
`;
}

/** The three figures that matter to a person. */
export function overheadFigures({ figures, versions }: OverheadResults): string {
  const of = (subject: string, figure: string) => figures[subject]?.[figure]?.median;
  const others = Object.keys(figures).filter((name) => !["bare", "floor", "tooltrail"].includes(name));
  const range = (figure: string): string => {
    const known = others.flatMap((name) => of(name, figure) ?? []).sort((a, b) => a - b);
    return known.length > 0 ? `${inWords(known[0]!)} to ${inWords(known.at(-1)!)}` : "-";
  };
  const rows: [label: string, figure: string][] = [
    ["script for a click, µs", "script-click-us"],
    ["later picture after a click on a slow machine, ms", "paint-click-ms"],
    ["processor in an hour of work with 20 tabs, s", "hour-of-20-tabs-cpu-s"],
  ];
  const own = (figure: string) => of("tooltrail", figure);
  return [
    line(["", "Tooltrail", `${others.length} other recorders`]),
    line(["---", "---:", "---:"]),
    ...rows.map(([label, figure]) => {
      const value = own(figure);
      return line([label, value === undefined ? "-" : inWords(value), range(figure)]);
    }),
    "",
    `Measured in Chromium ${versions.chromium}: [performance](docs/performance.md).`,
  ].join("\n");
}
