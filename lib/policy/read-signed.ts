// A file that the store signed, as it came: a compact JWS, checked by the browser's own cryptography against the key of this build.
import { z } from "zod";
import type { StoreKey } from "../../schemas/company.ts";
import { type Stop, stopSchema } from "../../schemas/stop.ts";
import { type ToolList, toolListSchema } from "../../schemas/tool-list.ts";

/** No other algorithm, and nothing that a reader would have to understand. */
const headerSchema = z.strictObject({ alg: z.literal("ES256") });
const compact = /^([\w-]+)\.([\w-]+)\.([\w-]{86})$/;
const curve = { name: "ECDSA", namedCurve: "P-256" } as const;

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
const objectOf = (base64url: string): unknown =>
  JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(base64url)));

/** What it says, or null where it is not signed by this key or is none: nobody can tell one from the other. */
async function readSigned<Said>(text: string, key: StoreKey, form: z.ZodType<Said>): Promise<Said | null> {
  try {
    const [, header = "", said = "", signature = ""] = compact.exec(text.trim()) ?? [];
    headerSchema.parse(objectOf(header));
    const signer = await crypto.subtle.importKey("jwk", key, curve, false, ["verify"]);
    const signed = new TextEncoder().encode(`${header}.${said}`);
    const how = { name: "ECDSA", hash: "SHA-256" };
    if (!(await crypto.subtle.verify(how, signer, bytesOf(signature), signed))) return null;
    return form.parse(objectOf(said));
  } catch {
    return null;
  }
}

export const readStop = (text: string, key: StoreKey): Promise<Stop | null> =>
  readSigned(text, key, stopSchema);
export const readToolList = (text: string, key: StoreKey): Promise<ToolList | null> =>
  readSigned(text, key, toolListSchema);
