// The keys that requests are sealed to, and their published form (RFC 9458, section 3).
import { suite } from "../../schemas/sealing.ts";
import { type Pair, pairOf } from "./hpke.ts";

/** One key of the gateway: the number that requests name it by, and its 32 private bytes. */
export interface GatewayKey {
  id: number;
  secret: Uint8Array;
}

export interface GatewayKeys {
  find(id: number): Pair | undefined;
  /** The body of `application/ohttp-keys`, the key to use first. */
  published: Buffer;
}

const twoBytes = (n: number) => Buffer.from([n >> 8, n & 0xff]);

/** One key configuration without its length. */
export const configurationOf = (id: number, raw: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from([id]),
    twoBytes(suite.kem),
    raw,
    twoBytes(4),
    twoBytes(suite.kdf),
    twoBytes(suite.aead),
  ]);

/** The keys by their numbers; the first is the one that new requests should be sealed to. */
export function gatewayKeysOf(keys: readonly GatewayKey[]): GatewayKeys {
  const pairs = new Map(keys.map(({ id, secret }) => [id, pairOf(secret)]));
  const published = [...pairs].flatMap(([id, { raw }]) => {
    const one = configurationOf(id, raw);
    return [twoBytes(one.length), one];
  });
  return { find: (id) => pairs.get(id), published: Buffer.concat(published) };
}
