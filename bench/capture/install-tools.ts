// The tools that only benchmarks use, installed on the first run and whenever their lock file changed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

export const toolsFolder = resolve(import.meta.dirname, "../tools");

/** Installs nothing when all is there; else says so in one line. */
export function installTools(): void {
  const stamp = join(toolsFolder, "node_modules", ".tooltrail-setup");
  const wanted = createHash("sha256")
    .update(readFileSync(join(toolsFolder, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("Installing the tools that only benchmarks use into bench/tools/node_modules (npm ci).");
  // npm must not run on the Node inside node_modules: an older npm of the machine goes with the machine's Node.
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.endsWith(join("node_modules", ".bin")))
    .join(delimiter);
  const done = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: toolsFolder,
    encoding: "utf8",
    shell: process.platform === "win32",
    env: { ...process.env, PATH: path },
  });
  if (done.status !== 0)
    throw new Error(`npm ci in bench/tools failed. Nothing else was changed.\n${done.stdout}${done.stderr}`);
  writeFileSync(stamp, wanted);
}

/** The version of one of them, as installed. */
export const versionOf = (name: string): string =>
  (
    JSON.parse(readFileSync(join(toolsFolder, "node_modules", name, "package.json"), "utf8")) as {
      version: string;
    }
  ).version;
