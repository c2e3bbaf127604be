// A request to erase, and its one answer: the same whether or not the key was known.
import {
  type EraseAcknowledgement,
  eraseAcknowledgementSchema,
  eraseRequestSchema,
} from "../schemas/erase.ts";
import { RefusalError } from "./refusal.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The key, or a refusal: not-json. */
export function readErase(content: Uint8Array): string {
  try {
    return eraseRequestSchema.parse(JSON.parse(utf8.decode(content))).key;
  } catch (cause) {
    throw new RefusalError("not-json", cause);
  }
}

export const eraseAcknowledgement: EraseAcknowledgement = eraseAcknowledgementSchema.parse({
  format: "tooltrail-erase-acknowledgement/1",
});
