// `npm run vocabulary -- URL`: crawls an application over a test account and writes the vocabulary that the
// tool's owner then reviews.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { type Vocabulary, vocabularySchema } from "../../schemas/vocabulary.ts";
import { findBrowser } from "../browsers.mjs";
import { assemble } from "./assemble.ts";
import { explore } from "./explore.ts";
import { bundlePageScript } from "./page-bundle.ts";

const usage = `npm run vocabulary -- URL [options]
  --out FILE        where to write (default vocabulary.json); an older version there keeps its id and tasks
  --title TEXT      the tool's name (default: its address)
  --tool ID         the vocabulary's id (default: that of FILE, else a random one)
  --language CODE   interface language to crawl (default en)
  --without TEXT    leave out terms that contain this: the test account's own data; may be repeated
  --depth N         presses in a row (default 3)
  --pages N         states to visit (default 200)
  --seconds N       time to take (default 600)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string", default: "vocabulary.json" },
    title: { type: "string" },
    tool: { type: "string" },
    language: { type: "string", default: "en" },
    without: { type: "string", multiple: true, default: [] },
    depth: { type: "string", default: "3" },
    pages: { type: "string", default: "200" },
    seconds: { type: "string", default: "600" },
  },
});
const address = positionals[0];
if (address === undefined || !URL.canParse(address)) {
  console.error(`Name the address of the application.\n${usage}`);
  process.exit(1);
}

const { out, language, without } = values;
const before: Vocabulary | undefined = existsSync(out)
  ? vocabularySchema.parse(JSON.parse(readFileSync(out, "utf8")))
  : undefined;
const tool =
  values.tool ??
  before?.tool ??
  Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64url");
const title = values.title ?? before?.title ?? new URL(address).host;

const browser = await chromium.launch({
  executablePath: findBrowser("chromium"),
  args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
});
try {
  const explored = await explore({
    browser,
    address,
    script: await bundlePageScript(),
    language,
    limits: { depth: Number(values.depth), pages: Number(values.pages), seconds: Number(values.seconds) },
  });
  const vocabulary = assemble(explored.seen, { tool, title, language, without }, before);
  writeFileSync(out, `${JSON.stringify(vocabulary, null, 2)}\n`);
  const { routes, terms, attributes, elements, version } = vocabulary;
  console.log(
    `${explored.states} states visited twice; ${explored.unreached} not reached; ${explored.left} left over.`,
  );
  console.log(`Not pressed, by name: ${[...new Set(explored.avoided)].sort().join(", ") || "none"}.`);
  console.log(
    `${out}, version ${version}: ${routes.length} routes, ${terms.length} terms, ${attributes.length} attributes, ${elements.length} elements.`,
  );
  console.log("Review it before publishing: every string in it may be named in what leaves a browser.");
} finally {
  await browser.close();
}
