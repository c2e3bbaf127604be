import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { pageFiles, type Row, rows } from "./import-rules.ts";
import { type Import, importsOf, isTest, read, sources } from "./tree.ts";

const isOwn = (from: string): boolean => /^[a-z0-9-]+\/.*\.[a-z]+$/.test(from);
const rowOf = (path: string): Row | undefined => rows.find((row) => row.files.test(path));

/** Files of one folder belong together; an entrypoint's folder is its own, `entrypoints/` itself is not. */
function together(path: string, from: string): boolean {
  const home = (file: string) => {
    const parts = posix.dirname(file).split("/");
    return parts[0] === "lib" || parts[0] === "entrypoints" ? parts.slice(0, 2).join("/") : parts[0]!;
  };
  return home(path) === home(from) && home(path) !== "entrypoints";
}

function isAllowed(row: Row, path: string, { from, typeOnly }: Import): boolean {
  if (!isOwn(from)) {
    if (typeOnly && row.packageTypes?.test(from)) return true;
    return row.packages ? row.packages.test(from) : !row.packageTypes?.test(from);
  }
  if (row.may.test(from) || (typeOnly && row.types?.test(from))) return true;
  // A kind's schema lies in page code's folder, but brings zod along.
  return together(path, from) && !rows[0]!.files.test(from);
}

const broken = (path: string, text: string): string[] => {
  const row = rowOf(path);
  if (!row) return [`${path} has no row in import-rules.ts`];
  return importsOf(text, path)
    .filter((found) => !isAllowed(row, path, found))
    .map(({ from, typeOnly }) => `${row.name}: ${path} imports ${typeOnly ? "types of " : ""}${from}`);
};

describe("imports go one way", () => {
  it("in every file", () => {
    const files = sources.filter((path) => !isTest(path));
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap((path) => broken(path, read(path)))).toEqual([]);
  });

  it("catches what is not allowed", () => {
    const plant = (path: string, code: string) => broken(path, code).length;
    expect(plant("lib/recorders/click/recorder.ts", 'import { z } from "zod";')).toBe(1);
    expect(plant("lib/recorders/click/recorder.ts", 'import { click } from "./schema.ts";')).toBe(1);
    expect(
      plant("lib/recorders/click/recorder.ts", 'import type { KeyClass } from "../typing/schema.ts";'),
    ).toBe(0);
    expect(plant("lib/dom/a.ts", 'import { type Step, stepSchema } from "../../schemas/step.ts";')).toBe(1);
    expect(plant("lib/dom/a.ts", 'import { type Step } from "../../schemas/step.ts";')).toBe(0);
    expect(plant("lib/store/a.ts", 'import { x } from "../consent/gate.ts";')).toBe(1);
    expect(plant("lib/messaging/receive.ts", 'import { z } from "zod";')).toBe(1);
    expect(plant("collector/app.ts", 'export { x } from "../lib/store/read.ts";')).toBe(1);
    expect(plant("collector/app.ts", 'const x = await import("../lib/store/read.ts");')).toBe(1);
    expect(plant("entrypoints/popup/main.tsx", 'import "../options/main.tsx";')).toBe(1);
    expect(plant("entrypoints/popup/main.tsx", '// import "../options/main.tsx";')).toBe(0);
    expect(plant("schemas/a.ts", 'import { x } from "../lib/recorders/click/recorder.ts";')).toBe(1);
  });

  it("brings no validator, database or polyfill into the page", () => {
    const seen = new Set<string>();
    const open = sources.filter((path) => pageFiles.test(path) && !isTest(path));
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      if (!isOwn(path)) continue;
      open.push(
        ...importsOf(read(path), path)
          .filter((one) => !one.typeOnly)
          .map((one) => one.from),
      );
    }
    expect([...seen].filter((from) => /^(zod|dexie|idb|webextension-polyfill)$/.test(from))).toEqual([]);
  });

  it("imports the polyfill in exactly one file", () => {
    const files = sources.filter((path) =>
      importsOf(read(path), path).some(({ from }) => from === "webextension-polyfill"),
    );
    expect(files).toEqual(["lib/platform/browser.ts"]);
  });
});
