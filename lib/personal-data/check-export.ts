// Whether an exported file is still what was written: its own sums, checked here, and how much it holds.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { bytesOf, type FoundFile, filesInZip } from "./zip-read.ts";

/** `changed`: its sum is another one. `unlisted`: it has no sum. `missing`: it has a sum and is not there. */
export type FileState = "whole" | "changed" | "unlisted" | "missing";

export interface CheckedFile {
  name: string;
  state: FileState;
  bytes: number;
  /** Lines, of a file that has one thing a line. */
  lines: number | undefined;
  /** Steps, of the file of trajectories. */
  steps: number | undefined;
}

export type Checked = { is: "export"; whole: boolean; files: CheckedFile[] } | { is: "no-export" };

const sumsName = "SHA256SUMS";
const newline = 10;
/** How every stored step begins, and nothing else in those lines does: no string of a person or a page lies there. */
const stepBegins = new TextEncoder().encode('{"n":');

/** Reads the file once, in pieces; nothing of it is kept or leaves. `onRead` is told how much of it was gone through. */
export async function checkExport(
  zip: Blob,
  { signal, onRead }: { signal: AbortSignal; onRead: (done: number, of: number) => void },
): Promise<Checked> {
  const found = await filesInZip(zip);
  const listed = found?.find(({ name }) => name === sumsName);
  if (!found || !listed) return { is: "no-export" };
  // A list that cannot be inflated is none.
  const sums = sumsOf(await textOf(zip, listed).catch(() => ""));
  if (!sums) return { is: "no-export" };
  const files: CheckedFile[] = [];
  let read = 0;
  for (const file of found) {
    if (file === listed) continue;
    files.push(await checkFile(zip, { file, sum: sums.get(file.name), signal }));
    read += file.packed;
    onRead(read, zip.size);
  }
  for (const name of sums.keys())
    if (!found.some((file) => file.name === name))
      files.push({ name, state: "missing", bytes: 0, lines: undefined, steps: undefined });
  return { is: "export", whole: files.every(({ state }) => state === "whole"), files };
}

async function textOf(zip: Blob, file: FoundFile): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const piece of bytesOf(zip, file)) text += decoder.decode(piece, { stream: true });
  return text;
}

/** Name to digest, or null for what is no list of sums. */
function sumsOf(text: string): Map<string, string> | null {
  const lines = text.split("\n").filter(Boolean);
  const parsed = lines.map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line));
  return parsed.length > 0 && parsed.every((match) => match !== null)
    ? new Map(parsed.map((match) => [match[2]!, match[1]!]))
    : null;
}

interface Check {
  file: FoundFile;
  sum: string | undefined;
  signal: AbortSignal;
}

async function checkFile(zip: Blob, { file, sum, signal }: Check): Promise<CheckedFile> {
  const { name } = file;
  const digest = sha256.create();
  const lines = name.endsWith(".jsonl") ? createCounter(Uint8Array.of(newline)) : undefined;
  const steps = name === "trajectories.jsonl" ? createCounter(stepBegins) : undefined;
  let [bytes, whole] = [0, sum !== undefined];
  try {
    for await (const piece of bytesOf(zip, file)) {
      signal.throwIfAborted();
      digest.update(piece);
      lines?.add(piece);
      steps?.add(piece);
      bytes += piece.length;
    }
    whole &&= bytesToHex(digest.digest()) === sum;
  } catch (problem) {
    if (signal.aborted) throw problem;
    // What cannot be inflated is not what was written.
    whole = false;
  }
  const state = whole ? "whole" : sum === undefined ? "unlisted" : "changed";
  return { name, state, bytes, lines: lines?.count(), steps: steps?.count() };
}

/** Counts where a short run of bytes occurs, also across pieces. Its first byte occurs nowhere else in it. */
function createCounter(run: Uint8Array): { add(bytes: Uint8Array): void; count(): number } {
  let [matched, count] = [0, 0];
  const add = (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length; at++) {
      if (matched === 0) {
        at = bytes.indexOf(run[0]!, at);
        if (at < 0) return;
      }
      if (bytes[at] === run[matched]) matched++;
      else matched = bytes[at] === run[0] ? 1 : 0;
      if (matched < run.length) continue;
      count++;
      matched = 0;
    }
  };
  return { add, count: () => count };
}
