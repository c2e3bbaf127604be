// `npm run pack`: a release from the commit that is checked out; `npm run pack -- --verify FILE`: whether a published
// package is what this source makes.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readCompany } from "./build/read-company.ts";
import { pack } from "./pack/pack.ts";
import { signingKey, warning } from "./pack/signing-key.ts";
import { verifyFile } from "./pack/verify.ts";
import { versionOf, writeRelease } from "./pack/write-release.ts";

const usage = `Usage: npm run pack -- [--company company.json] [--key FILE] [--store FOLDER]
       npm run pack -- --verify FILE [--company company.json]`;
const root = join(import.meta.dirname, "..");

function readArguments() {
  const text = { type: "string" } as const;
  const options = { company: text, key: text, store: text, verify: text };
  const { values } = parseArgs({ options });
  const store = resolve(values.store ?? join(root, ".tooltrail", "store"));
  const laid = join(store, "company.json");
  const file = values.company ? resolve(values.company) : existsSync(laid) ? laid : null;
  return {
    store,
    company: file === null ? null : { file, said: readCompany(file) },
    key: resolve(values.key ?? join(root, ".tooltrail", "signing-key.pem")),
    verify: values.verify,
  };
}

async function run(): Promise<number> {
  const { store, company, key: keyFile, verify } = readArguments();
  if (!company)
    console.log(
      "Without --company this is the demonstration: it ships to this machine and waits for no policy.",
    );
  if (verify !== undefined) {
    const { same, lines } = verifyFile(verify, { root, company });
    console.log(lines.join("\n"));
    return same ? 0 : 1;
  }
  const key = signingKey(keyFile, process.env);
  if (key.made) console.warn(`${warning(keyFile)}\n`);
  const files = await pack({ root, company }, key);
  const { folder, isNew } = writeRelease(store, versionOf(root), files);
  console.log(Buffer.from(files.get("SHA256SUMS")!).toString("utf8").trimEnd());
  console.log(`Extension ${key.chromiumId} in Chrome, Edge and Chromium.`);
  console.log(isNew ? `Packed into ${folder}` : `The same bytes are in ${folder} already.`);
  return 0;
}

try {
  process.exitCode = await run();
} catch (error) {
  console.error(`Nothing was published. ${error instanceof Error ? error.message : error}\n${usage}`);
  process.exitCode = 1;
}
