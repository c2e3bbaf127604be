// The one door for messages: checks the sender, parses the request, calls the handler, counts what it refuses.

import type { z } from "zod";
import type { Dropped } from "../../schemas/dropped.ts";
import type { PageMessageName, PersonMessageName, personMessages, ReplyOf } from "../../schemas/message.ts";
import { pageRequests } from "../../schemas/request.ts";
import { browser, type Runtime } from "../platform/browser.ts";
import { isPageScript, type PageSender } from "../platform/page-sender.ts";

/** Every message of pages has a handler, or this does not compile. */
export type PageHandlers = {
  [N in PageMessageName]: (
    request: z.output<(typeof pageRequests)[N]>,
    sender: PageSender,
  ) => Promise<ReplyOf<N>>;
};
/** The same for the person's own pages. */
export type PersonHandlers = {
  [N in PersonMessageName]: (request: z.output<(typeof personMessages)[N]["request"]>) => Promise<ReplyOf<N>>;
};

const isPageName = (name: unknown): name is PageMessageName =>
  typeof name === "string" && Object.hasOwn(pageRequests, name);

/** An extension page in a tab or as a popup; never a frame of somebody's page. */
const isPerson = (sender: Runtime.MessageSender): boolean =>
  sender.url?.startsWith(browser.runtime.getURL("")) ?? false;

interface Door {
  handlers: PageHandlers;
  /** Loaded when the person asks for something first: a worker that keeps a step does without. */
  person(): Promise<PersonHandlers>;
  count(reason: Dropped): Promise<void>;
}

/**
 * Answers one message, or throws. A message of unknown form is counted; so is one that asks from a page what only
 * the person's own pages may ask.
 */
export async function receive(message: unknown, sender: Runtime.MessageSender, door: Door): Promise<unknown> {
  const { name, request, ancestors, ...more } = (message ?? {}) as Record<string, unknown>;
  if (sender.id !== browser.runtime.id) return refuse("message-from-page", door);
  if (Object.keys(more).length > 0) return refuse("message-malformed", door);
  if (!isPageName(name)) return receiveOfPerson(name, { request, sender }, door);
  if (!isPageScript(sender)) return refuse("message-from-page", door);
  const parsed = pageRequests[name].safeParse(request);
  if (!parsed.success) return refuse("message-malformed", door);
  // The handler's type follows its name; over the union TypeScript cannot see that.
  const handler = door.handlers[name] as (request: unknown, sender: PageSender) => Promise<unknown>;
  return handler(parsed.data, isOrigins(ancestors) ? { ...sender, ancestors } : sender);
}

async function receiveOfPerson(
  name: unknown,
  { request, sender }: { request: unknown; sender: Runtime.MessageSender },
  door: Door,
): Promise<unknown> {
  const { personMessages } = await import("../../schemas/message.ts");
  const isName = (one: unknown): one is PersonMessageName =>
    typeof one === "string" && Object.hasOwn(personMessages, one);
  if (!isName(name)) return refuse("message-malformed", door);
  if (!isPerson(sender)) return refuse("message-from-page", door);
  const parsed = personMessages[name].request.safeParse(request);
  if (!parsed.success) return refuse("message-malformed", door);
  const handler = (await door.person())[name] as (request: unknown) => Promise<unknown>;
  return handler(parsed.data);
}

/** The browser's own list of the origins above a frame: short, and never kept. */
const isOrigins = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= 64 && value.every((origin) => typeof origin === "string");

async function refuse(reason: Dropped, { count }: Pick<Door, "count">): Promise<never> {
  await count(reason);
  throw new Error(`Refused: ${reason}. Nothing was stored.`);
}
