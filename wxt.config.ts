import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "wxt";

// Three kinds of build: `production` (the release: no granted origin), `demo` (the same with a short review
// window that says so), `test` (loopback granted and a movable clock; never released).
const collectorOf = (mode: string) =>
  process.env.TOOLTRAIL_COLLECTOR ??
  (mode === "test" ? `http://127.0.0.1:${process.env.TOOLTRAIL_TEST_PORT ?? 7462}` : "http://127.0.0.1:7461");

/** Both are empty in the demonstration, which neither seals nor pays. */
const issuer = process.env.TOOLTRAIL_ISSUER ?? "";
const relay = process.env.TOOLTRAIL_RELAY ?? "";

/** All that may be asked: exactly those. In a test build also the services that a spec starts beside the collector. */
function connectTo(mode: string): string {
  const collector = new URL(collectorOf(mode));
  const port = Number(collector.port);
  const beside =
    mode === "test"
      ? [1000, 2000].map((more) => `${collector.protocol}//${collector.hostname}:${port + more}`)
      : [];
  const named = [issuer, relay].filter(Boolean).map((address) => new URL(address).origin);
  return [...new Set([collector.origin, ...named, ...beside])].join(" ");
}

/** Vocabularies of the tools that only benches use: `TOOLTRAIL_VOCABULARIES` lists files, for test builds alone. */
const vocabulariesOf = (mode: string): unknown[] =>
  mode === "test"
    ? (process.env.TOOLTRAIL_VOCABULARIES ?? "")
        .split(",")
        .filter(Boolean)
        .map((file) => JSON.parse(readFileSync(file, "utf8")))
    : [];

/** Whether a policy is waited for: `required` in a company's build; specs have no ten seconds to spare. */
const policyOf = (mode: string) =>
  process.env.TOOLTRAIL_POLICY ?? (mode === "test" || mode === "tour" ? "none" : "awaited");

/** The minifier would put the text of the public suffix list, 60 kB, in each place that reads it. */
const oneSuffixList = {
  name: "one-suffix-list",
  transform: (code: string, id: string) =>
    id.endsWith("/tldts/dist/es6/src/data/trie.js")
      ? code.replace(/(export const labelText = )"([^"]*)"/, "$1JSON.parse('\"$2\"')")
      : undefined,
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
  manifest: ({ mode, browser }) => {
    const granted = mode === "test" || mode === "tour";
    return {
      name: "__MSG_name__",
      description: "__MSG_description__",
      default_locale: "en",
      permissions: ["storage", "scripting", "alarms"],
      optional_host_permissions: ["http://*/*", "https://*/*"],
      ...(granted ? { host_permissions: ["http://127.0.0.1/*", "http://localhost/*"] } : {}),
      incognito: "not_allowed",
      content_security_policy: {
        extension_pages: `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src ${connectTo(mode)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      },
      options_ui: { page: "options.html", open_in_tab: true },
      ...(browser === "firefox"
        ? {
            browser_specific_settings: {
              gecko: {
                id: "tooltrail@tooltrail.example",
                strict_min_version: "140.0",
                data_collection_permissions: { required: ["none"], optional: ["websiteActivity"] },
              },
            },
          }
        : { minimum_chrome_version: "130" }),
    };
  },
  vite: ({ mode }) => ({
    plugins: [oneSuffixList],
    define: {
      __BUILD__: JSON.stringify(mode),
      __COLLECTOR__: JSON.stringify(collectorOf(mode)),
      __ISSUER__: JSON.stringify(issuer),
      __RELAY__: JSON.stringify(relay),
      __VOCABULARIES__: JSON.stringify(vocabulariesOf(mode)),
      __POLICY__: JSON.stringify(policyOf(mode)),
    },
    // Constants stay constants, so that the minifier puts their values in.
    build: { sourcemap: false, rolldownOptions: { output: { topLevelVar: false } } },
  }),
});
