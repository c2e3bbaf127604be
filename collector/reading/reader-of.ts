import type { TokenKeys } from "../../schemas/tokens.ts";
import type { GatewayKeys } from "../sealing/gateway-keys.ts";
import { storeSealer } from "../stored-form.ts";
import { redeemerOf } from "../tokens/redeem.ts";
import { arrivalReader } from "./arrival.ts";
import { type SealedReader, sealedReader } from "./read-sealed.ts";

export interface ReaderKeys {
  gateway: GatewayKeys;
  tokens: TokenKeys;
  datasetKey: Uint8Array;
  grace: number;
  weeks: number;
}

/** The reader of a collector with these keys and weeks. */
export const readerOf = ({ gateway, tokens, datasetKey, grace, weeks }: ReaderKeys): SealedReader =>
  sealedReader({
    gateway,
    redeem: redeemerOf(tokens, grace),
    read: arrivalReader({ seal: storeSealer(datasetKey), weeks }),
  });
