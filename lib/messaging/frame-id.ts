// Names one run of the page script in one document, at random.

/** 16 random bytes as base64url: a second run in the same document has a name, and numbers, of its own. */
export function makeFrameId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
