// `npm run vocabulary -- URL`: crawls an application over a test account and writes the vocabulary that the
// tool's owner then reviews.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type Browser, chromium } from "playwright";
import { findBrowser } from "../browsers.mjs";
import { signIn } from "./account.ts";
import type { Options } from "./arguments.ts";
import { assemble, reviewOf } from "./assemble.ts";
import { namesIn, readNames } from "./attribute-names.ts";
import { type Explored, explore, type Place } from "./explore.ts";
import { countedNothing } from "./found.ts";
import { keepBefore } from "./keep-before.ts";
import { align, merged } from "./messages/align.ts";
import { readMessageFiles } from "./messages/files.ts";
import { bundlePageScript } from "./page-bundle.ts";
import { writtenTasksSchema } from "./tasks.ts";
import { asText, readVocabulary } from "./written-file.ts";

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findBrowser("chromium"),
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
  });

/** The application as the options say it is reached; the other one where there is one. */
export async function placesOf(
  browser: Browser,
  address: string,
  options: Options,
): Promise<{ place: Place; other: Place | undefined }> {
  const { language, submit, other = address } = options;
  const script = await bundlePageScript();
  const { "other-cookies": otherCookies, "other-login": otherLogin } = options;
  const at = async (where: string, cookies?: string, login?: string): Promise<Place> => {
    const account = await signIn({ browser, address: where, cookies, login });
    return { address: where, site: { browser, script, language, account, submit } };
  };
  const isOther = options.other !== undefined || (otherCookies ?? otherLogin) !== undefined;
  return {
    place: await at(address, options.cookies, options.login),
    other: isOther
      ? await at(other, otherCookies ?? options.cookies, otherLogin ?? options.login)
      : undefined,
  };
}

async function seeAll(address: string, options: Options): Promise<Explored & { survives: boolean }> {
  const browser = await launchBrowser();
  try {
    const { place, other } = await placesOf(browser, address, options);
    const limits = {
      depth: Number(options.depth),
      pages: Number(options.pages),
      seconds: Number(options.seconds),
    };
    const say = (line: string) => process.stderr.write(`\r${line}   `);
    const explored = await explore({ place, other, limits, say });
    process.stderr.write("\n");
    return { ...explored, survives: other !== undefined };
  } finally {
    await browser.close();
  }
}

const nothing = { seen: countedNothing(), states: 0, avoided: [], unreached: 0, left: 0, survives: true };

/** Exit code 1 where a task cites what was not found. */
export async function crawl(address: string | undefined, options: Options): Promise<number> {
  const { out, language, without } = options;
  const before = existsSync(out) ? readVocabulary(out) : undefined;
  const tool =
    options.tool ??
    before?.tool ??
    Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64url");
  const title = options.title ?? before?.title ?? (address ? new URL(address).host : "A tool");
  const { terms: messages, left } = align(readMessageFiles(options.messages), language);
  const tasks =
    options.tasks === undefined
      ? undefined
      : writtenTasksSchema.parse(JSON.parse(readFileSync(options.tasks, "utf8")));
  const names = options.names === undefined ? undefined : readNames(readFileSync(options.names, "utf8"));

  const explored = address === undefined ? nothing : await seeAll(address, options);
  const least = Number(options.least ?? (explored.survives ? 1 : 2));
  const kept = options.keep && before ? keepBefore(before, explored.seen, least) : [];
  const found = {
    seen: explored.seen,
    messages: merged([...messages, ...kept]),
    names: options.keep && before ? namesIn(before) : new Map(),
  };
  const naming = { tool, title, language, without, least, tasks, names };
  const { vocabulary, missing } = assemble(found, naming, before);
  writeFileSync(out, asText(vocabulary));
  const beside = `${out.replace(/\.json$/, "")}.review.json`;
  writeFileSync(beside, asText(reviewOf(found, vocabulary)));

  const { routes, terms, attributes, elements, version } = vocabulary;
  console.log(
    `${explored.states} states visited twice; ${explored.unreached} not reached; ${explored.left} left over.`,
  );
  console.log(`Not pressed, by name: ${[...new Set(explored.avoided)].sort().join(", ") || "none"}.`);
  console.log(
    `${messages.length} terms from message files; left out: ${left.filledIn} that are filled in, ${left.notATerm} that are long or look like data, ${left.oneLanguage} that the interface language does not say.`,
  );
  console.log(
    `${out}, version ${version}: ${routes.length} routes, ${terms.length} terms, ${attributes.length} attributes (${attributes.filter(({ term }) => term !== undefined).length} with what they are called), ${elements.length} elements, ${vocabulary.layout?.boxes.length ?? 0} boxes.`,
  );
  if (missing.length > 0) {
    console.error(`Tasks without conditions, as they cite what was not found: ${missing.join(", ")}`);
  }
  console.log(`How often each was seen: ${beside}`);
  console.log("Review it before publishing: every string in it may be named in what leaves a browser.");
  return missing.length > 0 ? 1 : 0;
}
