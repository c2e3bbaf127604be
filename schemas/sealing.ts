// How sealed messages look from outside: RFC 9458 (Oblivious HTTP) and the few sizes that they come in.

/** Every sealed request has one of these lengths in bytes, so that its length says next to nothing. */
export const sealedSizes: readonly number[] = [1, 2, 4, 8, 16, 32, 64, 128, 256].map((kib) => kib * 1024);

/** Every answer to a sealed request is padded to this length before it is sealed. */
export const answerSize = 512;

export const requestType = "message/ohttp-req";
export const responseType = "message/ohttp-res";
export const keysType = "application/ohttp-keys";

/** RFC 9540: where a gateway answers, with its keys (GET) and to sealed requests (POST). */
export const gatewayPath = "/.well-known/ohttp-gateway";

/** DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM: the one suite that is offered and taken. */
export const suite = { kem: 0x0020, kdf: 0x0001, aead: 0x0001 } as const;

/** Key id, suite, encapsulated key and tag: what sealing adds to the binary HTTP message. */
export const sealedOverhead = 7 + 32 + 16;
