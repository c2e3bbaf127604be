// A person's page asks the background: typed from schemas/message.ts.
import { messages, type PersonMessageName, type ReplyOf, type RequestOf } from "../../schemas/message.ts";
import { browser } from "../platform/browser.ts";

/** Sends one message and parses its reply. Throws when the background refuses or cannot be reached. */
export async function ask<N extends PersonMessageName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N>> {
  const reply = await browser.runtime.sendMessage({ name, request });
  return messages[name].reply.parse(reply) as ReplyOf<N>;
}
