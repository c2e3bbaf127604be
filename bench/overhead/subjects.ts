// What is measured: each is a folder with an unpacked extension, but for the bare page.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { build as buildExtension } from "wxt";
import { early } from "../../lib/dom/at-window.ts";

export interface Subject {
  name: string;
  version: string;
  /** Undefined for the bare page. */
  extension: string | undefined;
  /** What is put into a page, in bytes. */
  injected: { raw: number; gzip: number };
}

export const peers = ["rrweb", "posthog-js", "@openreplay/tracker", "@sentry/browser"];
export const subjectNames = ["bare", "floor", "tooltrail", ...peers];

const root = resolve(import.meta.dirname, "../..");
const peersFolder = join(root, "bench", "peers");
const out = join(root, ".output", "bench-overhead");

/** Fetches the peers on the first run and whenever their lock file changed. */
export function installPeers(): void {
  const stamp = join(peersFolder, "node_modules", ".tooltrail-setup");
  const wanted = createHash("sha256")
    .update(readFileSync(join(peersFolder, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("Installing the peers that only this benchmark uses into bench/peers/node_modules (npm ci).");
  // npm must not run on the Node inside node_modules: an older npm of the machine goes with the machine's Node.
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.endsWith(join("node_modules", ".bin")))
    .join(delimiter);
  const done = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: peersFolder,
    encoding: "utf8",
    shell: process.platform === "win32",
    env: { ...process.env, PATH: path },
  });
  if (done.status !== 0) throw new Error(`npm ci in bench/peers failed.\n${done.stdout}${done.stderr}`);
  writeFileSync(stamp, wanted);
}

const versionOf = (peer: string): string =>
  (
    JSON.parse(readFileSync(join(peersFolder, "node_modules", peer, "package.json"), "utf8")) as {
      version: string;
    }
  ).version;

const sizeOf = (code: string) => ({ raw: Buffer.byteLength(code), gzip: gzipSync(code).length });

/** An extension of one content script and nothing else. */
function extensionOf(name: string, code: string, entry: object): string {
  const folder = join(out, name.replace(/\W+/g, "-"));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "content.js"), code);
  const manifest = {
    manifest_version: 3,
    name,
    version: "1",
    content_scripts: [{ matches: ["http://127.0.0.1/*"], js: ["content.js"], ...entry }],
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  return folder;
}

/** Everywhere and from the first moment on, as Tooltrail is put there. */
const everywhere = { all_frames: true, match_origin_as_fallback: true, run_at: "document_start" };

function floor(): Subject {
  const code = `for (const type of ${JSON.stringify(early)})\n  addEventListener(type, () => {}, { capture: true, passive: true });\n`;
  const extension = extensionOf("floor", code, everywhere);
  return { name: "floor", version: "", extension, injected: sizeOf(code) };
}

async function peer(name: string, sink: string): Promise<Subject> {
  const entry = join(peersFolder, `${name.replace("@", "").replace("/", "-")}.js`);
  const outputs = (await build({
    configFile: false,
    root: peersFolder,
    logLevel: "error",
    define: { __SINK__: JSON.stringify(sink), "process.env.NODE_ENV": '"production"' },
    build: { write: false, lib: { entry, formats: ["iife"], name: "peer", fileName: "peer" }, minify: true },
  })) as Rolldown.RolldownOutput[];
  // A content script is refused for some characters that are no text; escaped they are the same to the language.
  const code = outputs[0]!.output[0].code.replace(
    /[^\0-\x7f]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const extension = extensionOf(name, code, { run_at: "document_end" });
  return { name, version: versionOf(name), extension, injected: sizeOf(code) };
}

/** A test build. Readable on request: then a profile can name its functions. */
async function tooltrail(readable: boolean): Promise<Subject> {
  const outDir = join(".output", readable ? "bench-readable" : "bench-overhead-tooltrail");
  await buildExtension({
    root,
    mode: "test",
    browser: "chrome",
    outDir,
    ...(readable && { vite: () => ({ build: { minify: false } }) }),
  });
  const extension = join(root, outDir, "chrome-mv3-test");
  const code = readFileSync(join(extension, "content-scripts/content.js"), "utf8");
  const { version } = JSON.parse(readFileSync(join(extension, "manifest.json"), "utf8")) as {
    version: string;
  };
  return { name: "tooltrail", version, extension, injected: sizeOf(code) };
}

/** Builds the wanted ones; the bare page is always among them. */
export async function buildSubjects(
  wanted: readonly string[],
  sink: string,
  readable = false,
): Promise<Subject[]> {
  const subjects: Subject[] = [
    { name: "bare", version: "", extension: undefined, injected: { raw: 0, gzip: 0 } },
  ];
  if (wanted.includes("floor")) subjects.push(floor());
  if (wanted.includes("tooltrail")) subjects.push(await tooltrail(readable));
  if (peers.some((name) => wanted.includes(name))) installPeers();
  for (const name of peers) if (wanted.includes(name)) subjects.push(await peer(name, sink));
  return subjects;
}
