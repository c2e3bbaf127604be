// One file of a build: rows as lines, under another name until all is written.
import { createHash } from "node:crypto";
import { closeSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface RowFile {
  name: string;
  write(row: unknown): void;
  /** Closes it, with the SHA-256 of what was written. */
  close(): string;
  /** Gives it its name, in place of an earlier build's. */
  publish(): void;
  /** Closes it and takes it away. */
  discard(): void;
}

export function createRowFile(folder: string, name: string): RowFile {
  const unfinished = join(folder, `${name}.unfinished`);
  const file = openSync(unfinished, "w");
  const digest = createHash("sha256");
  let open = true;
  return {
    name,
    write(row) {
      const line = `${JSON.stringify(row)}\n`;
      digest.update(line);
      writeFileSync(file, line);
    },
    close() {
      closeSync(file);
      open = false;
      return digest.digest("hex");
    },
    publish: () => renameSync(unfinished, join(folder, name)),
    discard() {
      if (open) closeSync(file);
      open = false;
      rmSync(unfinished, { force: true });
    },
  };
}
