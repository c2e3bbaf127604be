// What lies in the store: each shipment sealed to the dataset key, which the collector does not hold. It is padded to
// a power of two as well, so that the file's lengths say little.
import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { maxShipmentBytes } from "../schemas/shipment.ts";
import { decapsulate, encapsulate, type Pair, recipientOf } from "./sealing/hpke.ts";

const version = 1;
const keyIdLength = 8;
const encLength = 32;
const headLength = 1 + keyIdLength;
const leastLength = 1024;
const info = Buffer.from("tooltrail stored shipment 1");

/** A shipment by name: the name is bound to the bytes, so that rows cannot be exchanged. */
export interface Named {
  id: string;
  week: string;
  bytes: Uint8Array;
}

/** Names a dataset key by its public half. */
export const datasetKeyId = (raw: Uint8Array): Buffer =>
  createHash("sha256").update(raw).digest().subarray(0, keyIdLength);

const aadOf = ({ id, week }: Named) => Buffer.from(`${id} ${week}`);

function padded(bytes: Uint8Array): Buffer {
  // The same bytes are always deflated to the same: which browser packed them does not show.
  const packed = deflateRawSync(bytes, { level: 1 });
  let length = leastLength;
  while (length < packed.length + 4) length *= 2;
  const whole = Buffer.alloc(length);
  whole.writeUInt32BE(packed.length);
  packed.copy(whole, 4);
  return whole;
}

/** Seals to a dataset key, given its 32 public bytes. */
export function storeSealer(raw: Uint8Array): (shipment: Named) => Buffer {
  const recipient = recipientOf(raw);
  const head = Buffer.concat([Buffer.from([version]), datasetKeyId(raw)]);
  return (shipment) => {
    const { enc, context } = encapsulate(recipient, info);
    return Buffer.concat([head, enc, context.seal(padded(shipment.bytes), aadOf(shipment))]);
  };
}

/** Opens what was sealed to one of these dataset keys. Throws when it was not, or when it was changed. */
export function storeOpener(pairs: readonly Pair[]): (shipment: Named) => Buffer {
  const byId = new Map(pairs.map((pair) => [datasetKeyId(pair.raw).toString("hex"), pair]));
  return (shipment) => {
    const sealed = Buffer.from(shipment.bytes);
    const pair = byId.get(sealed.subarray(1, headLength).toString("hex"));
    if (sealed[0] !== version || !pair) throw new Error("A shipment is sealed to another dataset key.");
    const enc = sealed.subarray(headLength, headLength + encLength);
    const whole = decapsulate(pair, enc, info).open(sealed.subarray(headLength + encLength), aadOf(shipment));
    const packed = whole.subarray(4, 4 + whole.readUInt32BE());
    return inflateRawSync(packed, { maxOutputLength: maxShipmentBytes });
  };
}
