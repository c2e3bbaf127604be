// Two releases of a company's own build, made by `npm run pack` from a copy of the checkout with two versions.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

function run(folder: string, command: string, ...args: string[]): string {
  const done = spawnSync(command, args, { cwd: folder, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(" ")} failed.\n${done.stdout}${done.stderr}`);
  return done.stdout;
}

const identity = ["-c", "user.name=Specs", "-c", "user.email=specs@tooltrail.example"];

/** What `npm run pack` says, and whether it was content. */
export function packs(checkout: string, args: readonly string[], env: Record<string, string> = {}) {
  const done = spawnSync(process.execPath, ["scripts/pack.ts", ...args], {
    cwd: checkout,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { ok: done.status === 0, said: `${done.stdout}${done.stderr}` };
}

/** The same commit once more, in another folder. */
export function cloneOf(checkout: string, folder: string): void {
  run(".", "git", "clone", "--quiet", checkout, folder);
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
}

/** A copy of what is checked out, with what was changed, as a repository of its own. */
function copyOfCheckout(folder: string): void {
  const names = run(".", "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0");
  for (const name of names.filter(Boolean)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(name, join(folder, name));
  }
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  run(folder, "git", "init", "--quiet");
}

function setVersion(folder: string, version: string): void {
  const file = join(folder, "package.json");
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), version }, null, 2));
  writeFileSync(join(folder, "CHANGELOG.md"), `# Changes\n\n## ${version}\n\n- As the specs need it.\n`);
  run(folder, "git", "add", "--all");
  run(folder, "git", ...identity, "commit", "--quiet", "--message", version);
}

export interface Packed {
  /** Where everything is made. */
  folder: string;
  company: string;
  versions: readonly string[];
}

/** The folder in which each release lies under its version. */
export function packReleases({ folder, company, versions }: Packed): string {
  const [checkout, out] = [join(folder, "checkout"), join(folder, "packed")];
  mkdirSync(checkout, { recursive: true });
  copyOfCheckout(checkout);
  for (const version of versions) {
    setVersion(checkout, version);
    const key = join(folder, "key.pem");
    run(checkout, process.execPath, "scripts/pack.ts", "--store", out, "--company", company, "--key", key);
  }
  return out;
}
