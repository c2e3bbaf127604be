// Who may import whom: section 3 of the architecture as a table. The first row whose files fit is a file's row.

export interface Row {
  name: string;
  files: RegExp;
  /** Own files that may be imported besides those of the same folder. */
  may: RegExp;
  /** Own files of which only types may be imported. */
  types?: RegExp;
  /** Packages that may be imported; any where it is left out. */
  packages?: RegExp;
  /** Packages of which only types may be imported. */
  packageTypes?: RegExp;
}

const schemaFiles = String.raw`lib/recorders/(schemas|kind|outlines|[a-z-]+/schema)\.ts$`;
const store = "schemas/|lib/(platform|diagnostics)/";
const rule = (text: string) => new RegExp(`^(${text})`);

// One recorded exception: schemas/ builds the steps from the kinds' own schema files, so that adding a
// recorder touches lib/recorders/ only (docs/decisions/2026-11-21-kind-schemas-live-with-recorders.md).
const pageParts = [
  "lib/(recorders|dom|outline)/",
  String.raw`lib/messaging/(send|extension|frame-id)\.ts$`,
  String.raw`lib/vocabulary/(lookup|route-matcher|normalise|page-tables)\.ts$`,
  String.raw`entrypoints/content(\.ts$|/)`,
];
export const pageFiles = rule(`(?!${schemaFiles})(${pageParts.join("|")})`);

export const rows: readonly Row[] = [
  {
    name: "a kind's schema",
    files: rule(schemaFiles),
    may: rule(`${schemaFiles}|schemas/id\\.ts$`),
    packages: /^zod$/,
  },
  { name: "schemas", files: /^schemas\//, may: rule(schemaFiles), packages: /^zod$/ },
  {
    name: "page code",
    files: pageFiles,
    may: pageFiles,
    types: rule(`schemas/|lib/platform/|${schemaFiles}`),
    packages: /^(#imports|wxt)$/,
    packageTypes: /^wxt$/,
  },
  {
    name: "lib/platform",
    files: /^lib\/platform\//,
    may: /^(?!)/,
    packages: /^(webextension-polyfill|zod|@wxt-dev\/i18n)$/,
    // Made by WXT from the message file.
    packageTypes: /^\.wxt\//,
  },
  {
    name: "lib/diagnostics",
    files: /^lib\/diagnostics\//,
    may: rule("schemas/|lib/platform/"),
    types: /^lib\/store\//,
  },
  { name: "lib/store", files: /^lib\/store\//, may: rule(store) },
  {
    name: "lib/vocabulary",
    files: /^lib\/vocabulary\//,
    may: rule(`${store}|examples/[a-z-]+/vocabulary.json`),
  },
  {
    name: "lib/scope, lib/anonymize",
    files: /^lib\/(scope|anonymize)\//,
    may: rule(`${store}|${schemaFiles}`),
  },
  { name: "lib/policy", files: /^lib\/policy\//, may: rule(`${store}|lib/scope/`) },
  // The trajectory and its steps are written in one transaction of the store.
  { name: "lib/trajectory", files: /^lib\/trajectory\//, may: rule(`${store}|lib/(store|step-reports)/`) },
  {
    name: "lib/step-reports",
    files: /^lib\/step-reports\//,
    may: rule(`${store}|lib/store/|lib/vocabulary/of-tool\\.ts$|lib/shipping/review-window\\.ts$`),
  },
  {
    name: "lib/consent",
    files: /^lib\/consent\//,
    may: rule(`${store}|lib/(store|scope|anonymize|policy)/`),
  },
  { name: "lib/mark", files: /^lib\/mark\//, may: rule(`${store}|lib/(store|consent)/`) },
  {
    name: "lib/shipping, lib/personal-data",
    files: /^lib\/(shipping|personal-data)\//,
    may: rule(`${store}|lib/(store|scope|anonymize|consent|policy|trajectory|vocabulary|sealing|tokens)/`),
  },
  // What the worker loads only when something is sent: sealing to the collector, tokens from the issuer.
  {
    name: "lib/sealing, lib/tokens",
    files: /^lib\/(sealing|tokens)\//,
    may: rule(store),
  },
  { name: "lib/messaging", files: /^lib\/messaging\//, may: rule(store), packageTypes: /^zod$/ },
  // The background's handlers: where the pieces are put together.
  { name: "lib/pipeline", files: /^lib\/pipeline\//, may: /^(schemas\/|lib\/(?!ui\/|recorders\/|dom\/))/ },
  { name: "lib/architecture", files: /^lib\/architecture\//, may: /^schemas\// },
  { name: "lib/ui", files: /^lib\/ui\//, may: /^(schemas\/|lib\/(?!dom\/|pipeline\/))/ },
  { name: "entrypoints", files: /^entrypoints\//, may: /^(schemas|lib)\// },
  // A replay finds elements again by the code that proved their selectors, and drives the browser that specs drive.
  {
    name: "the replay's page script",
    files: /^collector\/dataset\/replay\/page(-[a-z-]+)?\.ts$/,
    may: rule(String.raw`lib/dom/|lib/vocabulary/lookup\.ts$|collector/dataset/replay/page`),
    types: /^(schemas|collector)\//,
  },
  {
    name: "replay",
    files: /^collector\/dataset\/replay\//,
    may: /^schemas\/|^scripts\/(browsers\.mjs|page-bundle\.ts)$/,
  },
  // Seals as the extension does: who erases without it looks the same from outside.
  {
    name: "erasing without the extension",
    files: /^collector\/erasing\//,
    may: /^schemas\/|^lib\/sealing\/|^scripts\/page-bundle\.ts$/,
  },
  { name: "collector", files: /^collector\//, may: /^schemas\// },
  {
    name: "e2e",
    files: /^e2e\//,
    may: /^(schemas|examples)\/|^scripts\/(browsers\.mjs|page-bundle\.ts|pack\/write-crx\.ts)$/,
  },
  {
    name: "bench",
    files: /^bench\//,
    // Specs and benches put the same page code into a page by itself, and start and end the same browsers. The attack says
    // on which rules it was made, as a build asks it.
    may: /^(schemas|examples|lib|collector)\/|^scripts\/(browsers\.mjs|page-bundle\.ts|build\/attacked\.ts)$|^e2e\/(firefox|remove-profile)\.ts$/,
  },
  // The crawler's page script names elements by the recorder's own computation.
  {
    name: "the crawler's page script",
    files: /^scripts\/vocabulary\/page(-[a-z-]+)?\.ts$/,
    may: rule(
      String.raw`lib/dom/|lib/vocabulary/(lookup|normalise|framework-made)\.ts$|scripts/vocabulary/page`,
    ),
    types: /^(schemas|scripts\/vocabulary)\//,
  },
  {
    name: "the vocabulary builder",
    files: /^scripts\/vocabulary\//,
    may: /^(schemas|lib\/vocabulary|scripts)\//,
  },
  // The toolbar's icons are drawn from the same shapes as the pages' mark.
  {
    name: "the icons' script",
    files: /^scripts\/icons\//,
    may: /^lib\/mark\/(shapes|colors)\.ts$|^scripts\/icons\//,
  },
  { name: "scripts", files: /^scripts\//, may: /^(schemas|examples|e2e|scripts)\// },
  { name: "examples", files: /^examples\//, may: /^schemas\// },
];
