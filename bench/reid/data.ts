// Recordings of real people, published for research. The folder's README names the columns and the sources.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const typingFile = "cmu_strongpassword.csv";
export const mouseFile = "balabit_mouse.csv";

/** The folder that the setting names, else the one beside the project. */
export function findFolder(setting = process.env.TOOLTRAIL_BIOMETRICS): string {
  const folder = setting || resolve(import.meta.dirname, "../../../shared/data/biometrics");
  const missing = [typingFile, mouseFile].filter((file) => !existsSync(join(folder, file)));
  if (missing.length > 0) throw new Error(whereToGet(missing));
  return folder;
}

const whereToGet = (
  missing: readonly string[],
) => `There is no ${missing.join(" and no ")}, and without recordings of \
real people this bench proves nothing. Get the typing of "Comparing Anomaly-Detection Algorithms for Keystroke \
Dynamics" (Killourhy and Maxion, DSN 2009: www.cs.cmu.edu/~keystroke, DSL-StrongPasswordData.csv) as ${typingFile} and \
the training files of the Balabit Mouse Dynamics Challenge (github.com/balabit/Mouse-Dynamics-Challenge) as one table \
${mouseFile} with the columns user, session, t_ms, button, state, x, y; name their folder in TOOLTRAIL_BIOMETRICS.`;

/** One time that the text was typed. */
export interface Repetition {
  person: string;
  session: number;
  /** The numbers of the row as they are: what the published attack works on. */
  row: number[];
  /** Each key with its press and release, in milliseconds from the first press. */
  keys: { key: string; down: number; up: number }[];
}

export interface MouseEventRow {
  at: number;
  button: string;
  state: string;
  x: number;
  y: number;
}
export interface MouseSession {
  person: string;
  session: string;
  events: MouseEventRow[];
}

/** Columns `subject`, `sessionIndex`, `rep`, then `H.key`, `DD.key.key` and `UD.key.key` in seconds. */
export function readTyping(text: string): Repetition[] {
  const [header, ...rows] = linesOf(text);
  const names = header!.split(",");
  const at = columnsOf(names, ["subject", "sessionIndex"], typingFile);
  const timings = names.flatMap((name, n) => (/^(H|DD|UD)\./.test(name) ? [n] : []));
  const holds = names.flatMap((name, n) => (name.startsWith("H.") ? [n] : []));
  const presses = names.flatMap((name, n) => (name.startsWith("DD.") ? [n] : []));
  if (holds.length < 2 || presses.length !== holds.length - 1)
    throw new Error(`${typingFile}: a column H. for each key and one DD. between two keys are expected.`);
  return rows.map((line) => {
    const cells = line.split(",");
    let down = 0;
    const keys = holds.map((hold, n) => {
      if (n > 0) down += Number(cells[presses[n - 1]!]) * 1000;
      return { key: names[hold]!.slice(2), down, up: down + Number(cells[hold]) * 1000 };
    });
    const row = timings.map((n) => Number(cells[n]));
    return { person: cells[at.subject!]!, session: Number(cells[at.sessionIndex!]), row, keys };
  });
}

/** The remote desktop's mark for a place that it did not know. */
const unknownPlace = 65_535;

/** Columns `user`, `session`, `t_ms`, `button`, `state`, `x`, `y`; sessions in the order of the file. */
export function readMouse(text: string): MouseSession[] {
  const [header, ...rows] = linesOf(text);
  const at = columnsOf(
    header!.split(","),
    ["user", "session", "t_ms", "button", "state", "x", "y"],
    mouseFile,
  );
  const sessions = new Map<string, MouseSession>();
  for (const line of rows) {
    const cells = line.split(",");
    const [person, session] = [cells[at.user!]!, cells[at.session!]!];
    const [x, y] = [Number(cells[at.x!]), Number(cells[at.y!])];
    if (x >= unknownPlace || y >= unknownPlace) continue;
    const key = `${person}/${session}`;
    const held = sessions.get(key) ?? { person, session, events: [] };
    sessions.set(key, held);
    held.events.push({
      at: Number(cells[at.t_ms!]),
      button: cells[at.button!]!,
      state: cells[at.state!]!,
      x,
      y,
    });
  }
  return [...sessions.values()];
}

export const readText = (folder: string, file: string): string => readFileSync(join(folder, file), "utf8");

const linesOf = (text: string): string[] => text.split(/\r?\n/).filter((line) => line !== "");

function columnsOf(
  names: readonly string[],
  wanted: readonly string[],
  file: string,
): Record<string, number> {
  const missing = wanted.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Error(`${file} has no column ${missing.join(", ")}.`);
  return Object.fromEntries(wanted.map((name) => [name, names.indexOf(name)]));
}
