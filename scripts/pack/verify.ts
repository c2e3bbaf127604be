// `npm run pack -- --verify FILE`: whether a published package is what this source makes.
import { readFileSync } from "node:fs";
import { archiveOf, type Files } from "./archive.ts";
import { type Browser, build, type Source } from "./build.ts";
import { differences, filesIn, isSigned } from "./compare.ts";
import { readCrx } from "./read-crx.ts";

export interface Verdict {
  same: boolean;
  lines: string[];
}

interface Published {
  browser: Browser;
  archive: Uint8Array;
  said: string;
}

function open(file: string): Published | string {
  const bytes = readFileSync(file);
  if (bytes.toString("latin1", 0, 4) !== "Cr24")
    return { browser: "firefox", archive: bytes, said: "A package for Firefox." };
  const crx = readCrx(bytes);
  if (!crx.ok) return `Refused: ${crx.problem}.`;
  return { browser: "chrome", archive: crx.archive, said: `Signed by the key of extension ${crx.id}.` };
}

/** Compares file by file; of a package that nobody else signed the bytes too. */
export function verdictOn(published: Published, made: Files): Verdict {
  const theirs = filesIn(published.archive);
  const found = differences(theirs, made);
  const { said } = published;
  if (found.length > 0) return { same: false, lines: [said, "It is not what this source makes:", ...found] };
  const bytes = Buffer.compare(published.archive, archiveOf(made)) === 0;
  const how = bytes
    ? "byte for byte"
    : isSigned(theirs)
      ? "file by file; Mozilla's signature was added"
      : "file by file, but it was put together by other means";
  return { same: true, lines: [said, `It is what this source makes, ${how}: ${theirs.size} files.`] };
}

/** Builds and compares. */
export function verifyFile(file: string, source: Source): Verdict {
  const published = open(file);
  if (typeof published === "string") return { same: false, lines: [published] };
  return verdictOn(published, build(source, published.browser));
}
