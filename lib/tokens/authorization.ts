const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** How a token is shown to the collector (RFC 9577). By itself: showing one needs nothing of what makes one. */
export const authorizationOf = (token: Uint8Array): string => `PrivateToken token="${base64url(token)}"`;
