import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "wxt";
import { managedSchema, managedSchemaFile } from "./schemas/managed-schema.ts";
import { shipmentSchema } from "./schemas/shipment.ts";
import { notAttackedHere } from "./scripts/build/attacked.ts";
import { manifestOf, removedAddressOf, stopSourceOf } from "./scripts/build/manifest.ts";
import { companyOf } from "./scripts/build/read-company.ts";

/** A company's own build: TOOLTRAIL_COMPANY names its company.json. */
const company = companyOf(process.env);

// Three kinds of build: `production` (the release: no granted origin), `demo` (the same with a short review
// window that says so), `test` (loopback granted and a movable clock; never released).
const collectorOf = (mode: string) =>
  company?.collector ??
  process.env.TOOLTRAIL_COLLECTOR ??
  (mode === "test" ? `http://127.0.0.1:${process.env.TOOLTRAIL_TEST_PORT ?? 7462}` : "http://127.0.0.1:7461");

/** Both are empty in the demonstration, which neither seals nor pays. */
const issuer = company?.issuer ?? process.env.TOOLTRAIL_ISSUER ?? "";
const relay = company?.relay ?? process.env.TOOLTRAIL_RELAY ?? "";

/** What may be asked besides the collector; in a test build also the services that a spec starts beside it. */
function othersOf(mode: string): string[] {
  const { protocol, hostname, port } = new URL(collectorOf(mode));
  const beside =
    mode === "test" ? [1000, 2000].map((more) => `${protocol}//${hostname}:${Number(port) + more}`) : [];
  return [issuer, relay, ...beside].filter(Boolean);
}

/** Vocabularies of the tools that only benches use: `TOOLTRAIL_VOCABULARIES` lists files, for test builds alone. */
const vocabulariesOf = (mode: string): unknown[] =>
  mode === "test"
    ? (process.env.TOOLTRAIL_VOCABULARIES ?? "")
        .split(",")
        .filter(Boolean)
        .map((file) => JSON.parse(readFileSync(file, "utf8")))
    : [];

/** A company's build may ship to other machines once its rules were attacked in vain; any other build never. */
const attack = company
  ? notAttackedHere(import.meta.dirname, shipmentSchema.shape.format.value)
  : "no company";
if (company && attack) console.warn(`This build ships to services on this machine alone: ${attack}.`);

/** Whether a policy is waited for: `required` in a company's build; specs have no ten seconds to spare. */
const policyOf = (mode: string) =>
  process.env.TOOLTRAIL_POLICY ??
  (company ? "required" : mode === "test" || mode === "tour" ? "none" : "awaited");

/** The minifier would put the text of the public suffix list, 60 kB, in each place that reads it. */
const oneSuffixList = {
  name: "one-suffix-list",
  transform: (code: string, id: string) =>
    id.endsWith("/tldts/dist/es6/src/data/trie.js")
      ? code.replace(/(export const labelText = )"([^"]*)"/, "$1JSON.parse('\"$2\"')")
      : undefined,
};

/** zod tries whether code may be made from text: the pages' policy forbids it, and Mozilla's linter warns of it. */
const noEvalProbe = {
  name: "no-eval-probe",
  transform(code: string, id: string) {
    if (!id.endsWith("/zod/v4/core/util.js")) return undefined;
    const without = code.replace(/const F = Function;\s*new F\(""\);\s*return true;/, "return false;");
    if (without === code) throw new Error("zod's probe for made-up code is written in another way now.");
    return without;
  },
};

export default defineConfig({
  srcDir: ".",
  entrypointsDir: "entrypoints",
  imports: false,
  manifestVersion: 3,
  modules: ["@wxt-dev/i18n/module"],
  i18n: { localesDir: resolve(import.meta.dirname, "lib/ui/locales") },
  // A bench builds into a folder of its own.
  outDir: process.env.TOOLTRAIL_OUTPUT ?? ".output",
  outDirTemplate: "{{browser}}-mv{{manifestVersion}}{{modeSuffix}}",
  manifest: ({ mode, browser }) =>
    manifestOf({ mode, browser, collector: collectorOf(mode), others: othersOf(mode), company }),
  hooks: {
    // Chromium reads the schema of managed storage from a file of the package.
    "build:publicAssets": ({ config: { browser } }, files) => {
      if (browser !== "firefox")
        files.push({ relativeDest: managedSchemaFile, contents: JSON.stringify(managedSchema()) });
    },
  },
  vite: ({ mode }) => ({
    plugins: [oneSuffixList, noEvalProbe],
    define: {
      __BUILD__: JSON.stringify(mode),
      __COLLECTOR__: JSON.stringify(collectorOf(mode)),
      __ISSUER__: JSON.stringify(issuer),
      __RELAY__: JSON.stringify(relay),
      __LEAVES_MACHINE__: JSON.stringify(attack === null),
      __VOCABULARIES__: JSON.stringify(vocabulariesOf(mode)),
      __POLICY__: JSON.stringify(policyOf(mode)),
      __STOP__: JSON.stringify(stopSourceOf(company)),
      __REMOVED__: JSON.stringify(removedAddressOf(company, collectorOf(mode))),
    },
    // Constants stay constants, so that the minifier puts their values in.
    build: { sourcemap: false, rolldownOptions: { output: { topLevelVar: false } } },
  }),
});
