// `collector list`: signs the tools of company.json and lays the list down.
import { existsSync } from "node:fs";
import type { Configuration } from "../configuration.ts";
import { readCompany } from "./read-company.ts";
import { publicHalf, storeKey } from "./stop-file.ts";
import { signToolList, writeToolList } from "./tool-list-file.ts";

/** Writes the file and says what it did. Throws where no package would believe it. */
export async function publishList(
  { dir, key: file, company: named }: Configuration<"list">,
  now = Date.now(),
): Promise<void> {
  const company = readCompany({ dir, company: named });
  if (!existsSync(file)) throw new Error(`There is no key ${file}; \`collector -- store-key\` makes one`);
  const { key } = await storeKey(file);
  if (JSON.stringify(company.keys?.store) !== JSON.stringify(publicHalf(key)))
    throw new Error(`${file} is not the key that company.json names; no browser would believe the list`);
  writeToolList(dir, await signToolList(key, company, now));
  console.log(
    `Published: ${company.tools?.length ?? 0} tools. Browsers whose package knows the store's key take the list within 15 minutes: a new tool is offered, and recorded once its person and the browser say yes; one that is gone is recorded no more.`,
  );
}
