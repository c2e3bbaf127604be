import { canonicalText } from "../../schemas/canonical.ts";

/** A value's canonical text as UTF-8: what leaves, and what hashes are made of. */
export const canonicalBytes = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(canonicalText(value));
