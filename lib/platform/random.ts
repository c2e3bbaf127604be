// The platform's cryptographic random, as fixed-form ids.
const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** 16 random bytes as base64url. */
export const randomId = (): string => base64url(crypto.getRandomValues(new Uint8Array(16)));

/** 32 random bytes as base64url. */
export const randomKey = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

/**
 * A whole number from 0 up to, not including, `limit` (at most 2^32), each as likely as the next: what would favour the
 * first ones is thrown again.
 */
export function randomBelow(limit: number): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > 2 ** 32)
    throw new RangeError(`No number below ${limit}`);
  const fair = 2 ** 32 - (2 ** 32 % limit);
  for (;;) {
    const [drawn] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn! < fair) return drawn! % limit;
  }
}

/** SHA-256 of the prefix `tt-erase-v1` and the key's 43 characters, as base64url: what a shipment carries of its erase key. */
export async function eraseTagOf(key: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`tt-erase-v1${key}`));
  return base64url(new Uint8Array(digest));
}

/** First 16 bytes of SHA-256 as base64url: what names bytes by what they are. */
export async function shortDigest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return base64url(new Uint8Array(digest, 0, 16));
}
