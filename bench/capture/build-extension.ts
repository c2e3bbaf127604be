// A test build of the extension with the vocabularies of the bench's tools in it, in a folder of its own.
import { spawnSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { type Vocabulary, vocabularySchema } from "../../schemas/vocabulary.ts";
import { toolsFolder } from "./install-tools.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = join(toolsFolder, "vocabularies");

const vocabularyFiles = (): string[] =>
  existsSync(folder)
    ? globSync("*.json", { cwd: folder })
        .filter((file) => !/\.(review|reviewed|names)\.json$/.test(file))
        .sort()
        .map((file) => join(folder, file))
    : [];

/** Every vocabulary that the crawler made for a tool of the bench, and Node-RED's own, by file name. */
export function readVocabularies(): Map<string, Vocabulary> {
  const found = new Map(
    vocabularyFiles().map((file) => [
      basename(file, ".json"),
      vocabularySchema.parse(JSON.parse(readFileSync(file, "utf8"))),
    ]),
  );
  const nodeRed = readFileSync(join(root, "examples/node-red/vocabulary.json"), "utf8");
  return found.set("node-red", vocabularySchema.parse(JSON.parse(nodeRed)));
}

/** Builds it and returns the folder with the manifest. */
export function buildExtension(browser: "chrome" | "firefox"): string {
  const out = join(root, ".output", "bench");
  const done = spawnSync(
    process.execPath,
    [join(root, "node_modules/wxt/bin/wxt.mjs"), "build", "-b", browser, "--mode", "test"],
    {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, TOOLTRAIL_OUTPUT: out, TOOLTRAIL_VOCABULARIES: vocabularyFiles().join() },
    },
  );
  if (done.status !== 0) throw new Error(`The extension was not built.\n${done.stdout}${done.stderr}`);
  return join(out, `${browser}-mv3-test`);
}
