// The signed tool list: `npm run collector -- list`. It is what company.json lists, so that a browser takes it between
// releases and policies.
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CompactSign, compactVerify, importJWK, type JWK } from "jose";
import type { Company, StoreKey } from "../../schemas/company.ts";
import { type ToolList, toolListSchema } from "../../schemas/tool-list.ts";

export const toolListFile = "tools.jws";
const alg = "ES256";

/** The file's text. */
export async function signToolList(key: JWK, { tools = [] }: Company, at: number): Promise<string> {
  const list: ToolList = toolListSchema.parse({ format: "tooltrail-tools/1", tools, at });
  const bytes = new TextEncoder().encode(JSON.stringify(list));
  return new CompactSign(bytes).setProtectedHeader({ alg }).sign(await importJWK(key, alg));
}

/** What it says, or null where it is not signed by this key or is none. */
export async function readToolList(text: string, key: StoreKey): Promise<ToolList | null> {
  try {
    const { payload } = await compactVerify(text.trim(), await importJWK(key, alg), { algorithms: [alg] });
    return toolListSchema.parse(JSON.parse(new TextDecoder().decode(payload)));
  } catch {
    // Another key, a flipped byte or no such form: all are the same to who asks, and none is followed.
    return null;
  }
}

/** Whether a list is the one of company.json: what was changed since is signed by nobody. */
export const isListOf = ({ tools }: ToolList, company: Company): boolean =>
  JSON.stringify(tools) === JSON.stringify(company.tools ?? []);

/** Puts it into the store's folder in one step. */
export function writeToolList(store: string, text: string): void {
  const partial = join(store, `.${toolListFile}.partial`);
  writeFileSync(partial, `${text}\n`);
  renameSync(partial, join(store, toolListFile));
}
