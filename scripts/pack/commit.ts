// The commit that is packed, and its files.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "./archive.ts";

export interface Commit {
  hash: string;
  /** When it was made, in milliseconds. */
  at: number;
  files: Files;
}

function git(root: string, ...args: string[]): string {
  const done = spawnSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (done.status !== 0) throw new Error(`git ${args[0]} failed.\n${done.stderr}`);
  return done.stdout;
}

/** What is checked out. Throws where it is not what was committed: nobody could make the same package again. */
export function commitOf(root: string): Commit {
  const changed = git(root, "status", "--porcelain");
  if (changed)
    throw new Error(
      `Not packed: these files differ from the commit. Commit them or put them away.\n${changed}`,
    );
  const [hash = "", seconds = ""] = git(root, "log", "-1", "--format=%H %ct").trim().split(" ");
  const names = git(root, "ls-files", "-z").split("\0").filter(Boolean);
  const files = new Map(names.map((name) => [name, readFileSync(join(root, name))]));
  return { hash, at: Number(seconds) * 1000, files };
}
