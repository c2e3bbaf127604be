// The one door for messages: checks the sender, parses the request, calls the handler, counts what it refuses.

import type { z } from "zod";
import type { Dropped } from "../../schemas/dropped.ts";
import {
  type MessageName,
  messages,
  type PageMessageName,
  type PersonMessageName,
  pageMessages,
  type ReplyOf,
} from "../../schemas/message.ts";
import { browser, type Runtime } from "../platform/browser.ts";
import { isPageScript, type PageSender } from "../platform/page-sender.ts";

type Parsed<N extends MessageName> = z.output<(typeof messages)[N]["request"]>;

/** Every message has a handler, or this does not compile. */
export type Handlers = {
  [N in PageMessageName]: (request: Parsed<N>, sender: PageSender) => Promise<ReplyOf<N>>;
} & { [N in PersonMessageName]: (request: Parsed<N>) => Promise<ReplyOf<N>> };

const isName = (name: unknown): name is MessageName =>
  typeof name === "string" && Object.hasOwn(messages, name);
const isPageName = (name: MessageName): name is PageMessageName => Object.hasOwn(pageMessages, name);

/** An extension page in a tab or as a popup; never a frame of somebody's page. */
const isPerson = (sender: Runtime.MessageSender): boolean =>
  sender.url?.startsWith(browser.runtime.getURL("")) ?? false;

/**
 * Answers one message, or throws. A message of unknown form is counted; so is one that asks from a page what only
 * the person's own pages may ask.
 */
export async function receive(
  message: unknown,
  sender: Runtime.MessageSender,
  { handlers, count }: { handlers: Handlers; count: (reason: Dropped) => Promise<void> },
): Promise<unknown> {
  const { name, request, ancestors, ...more } = (message ?? {}) as Record<string, unknown>;
  if (sender.id !== browser.runtime.id) return refuse("message-from-page", count);
  if (!isName(name) || Object.keys(more).length > 0) return refuse("message-malformed", count);
  if (isPageName(name) ? !isPageScript(sender) : !isPerson(sender)) return refuse("message-from-page", count);
  const parsed = messages[name].request.safeParse(request);
  if (!parsed.success) return refuse("message-malformed", count);
  // The handler's type follows its name; over the union TypeScript cannot see that.
  const handler = handlers[name] as (request: unknown, sender: PageSender) => Promise<unknown>;
  return handler(parsed.data, isOrigins(ancestors) ? { ...sender, ancestors } : sender);
}

/** The browser's own list of the origins above a frame: short, and never kept. */
const isOrigins = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= 64 && value.every((origin) => typeof origin === "string");

async function refuse(reason: Dropped, count: (reason: Dropped) => Promise<void>): Promise<never> {
  await count(reason);
  throw new Error(`Refused: ${reason}. Nothing was stored.`);
}
