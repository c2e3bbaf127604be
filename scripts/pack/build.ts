// Builds the release for one browser into a folder of its own, and reads it back.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Company } from "../../schemas/company.ts";
import { reachOf } from "../build/manifest.ts";
import { manifestFaults } from "../build/permissions.ts";
import { type Files, filesBelow } from "./archive.ts";

export type Browser = "chrome" | "firefox";

export interface Source {
  root: string;
  /** Path of company.json, with what it holds. */
  company: { file: string; said: Company } | null;
}

/** Only what the package is made from has a say: nothing else of the environment changes it. */
function environmentOf({ company }: Source, output: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("TOOLTRAIL_"));
  return {
    ...Object.fromEntries(kept),
    TOOLTRAIL_OUTPUT: output,
    ...(company && { TOOLTRAIL_COMPANY: company.file }),
  };
}

function checked(files: Files, source: Source, browser: Browser): Files {
  const manifest = JSON.parse(Buffer.from(files.get("manifest.json")!).toString("utf8"));
  const company = source.company?.said ?? null;
  const collector = company?.collector ?? "http://127.0.0.1:7461";
  const others = [company?.issuer, company?.relay].filter((one) => one !== undefined);
  const faults = manifestFaults(
    manifest,
    reachOf({ mode: "production", browser, collector, others, company }),
  );
  // A path of this machine would tell of it, and would differ on another one.
  const telling = [...files].filter(([, content]) => Buffer.from(content).includes(source.root));
  const all = [...faults, ...telling.map(([name]) => `${name} names a folder of this machine`)];
  if (all.length > 0) throw new Error(`Not packed.\n${all.join("\n")}`);
  return files;
}

/** The files of the release, checked against what it may ask for. */
export function build(source: Source, browser: Browser): Files {
  const output = mkdtempSync(join(tmpdir(), "tooltrail-pack-"));
  try {
    const wxt = join(source.root, "node_modules", "wxt", "bin", "wxt.mjs");
    const done = spawnSync(process.execPath, [wxt, "build", "-b", browser], {
      cwd: source.root,
      encoding: "utf8",
      env: environmentOf(source, output),
    });
    if (done.status !== 0) throw new Error(`The build for ${browser} failed.\n${done.stdout}${done.stderr}`);
    return checked(filesBelow(join(output, `${browser}-mv3`)), source, browser);
  } finally {
    rmSync(output, { recursive: true });
  }
}
