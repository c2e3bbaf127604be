// The consent state machine: what is stored and an event give what is to be stored. Pure and total; every handler that
// changes what may be recorded goes through it (enact.ts).
import type { Answer, Pause, Profile, Receipt } from "../../schemas/consent.ts";
import type { KeptPolicy, Policy } from "../../schemas/policy.ts";
import type { SwitchName } from "../../schemas/step.ts";
import type { KeptStop, Stop } from "../../schemas/stop.ts";
import type { Tool, ToolNarrowing } from "../../schemas/tool.ts";
import type { KeptToolList, ToolList } from "../../schemas/tool-list.ts";
import { isStillListed } from "../policy/narrow.ts";
import { keptAfter, type Moment, policyOf, policyState, type Read } from "../policy/state.ts";
import { keptStopAfter } from "../policy/stop.ts";
import { keptListAfter, withList, withListIn } from "../policy/tool-list.ts";
import { isLapsed } from "./lapse.ts";
import { consentIn, newestOf } from "./state.ts";

/** All that lies on disk and decides what may be recorded. */
export interface Stored {
  receipts: readonly Receipt[];
  tools: readonly Tool[];
  pause: Pause | undefined;
  profile: Profile | undefined;
  policy: KeptPolicy | undefined;
  /** The newest stop file of the store that was followed. */
  stop?: KeptStop | undefined;
  /** The newest tool list of the store that was followed. */
  list?: KeptToolList | undefined;
}

/** What is not on disk. */
export interface World extends Moment {
  notice: number;
  /** The id of the receipt, if there will be one. */
  id: string;
}

export type Event =
  /** An answer to the notice. Agreeing covers the listed tools, or those of them that it names. */
  | { is: "answer"; answer: Answer; kinds: readonly SwitchName[]; tools?: readonly string[] | undefined }
  /** The person lists a tool, which is the answer for it. */
  | { is: "tool-added"; tool: Tool }
  | { is: "tool-removed"; tool: string }
  | { is: "tool-narrowed"; tool: string; narrowing: ToolNarrowing }
  | { is: "policy"; read: Read }
  /** A stop file, signed by the store. */
  | { is: "stop-file"; said: Stop }
  /** A tool list, signed by the store. */
  | { is: "tool-list"; said: ToolList }
  | { is: "pause"; until: number | null }
  | { is: "resume" }
  | { is: "profile"; shared: boolean }
  /** Time has passed, or the clock was moved. `usedAt` is when a step was last kept. */
  | { is: "time"; usedAt: number };

/** What is stored after the event. The same object where nothing changes. */
export function after(stored: Stored, event: Event, world: World): Stored {
  switch (event.is) {
    case "answer":
      return answered(stored, event, world);
    case "tool-added":
      return added(stored, event.tool, world);
    case "tool-removed":
      return removed(stored, (tool) => tool.id === event.tool, world);
    case "tool-narrowed":
      return changed(stored, event.tool, ({ kinds: _, exclude: __, ...tool }) => ({
        ...tool,
        ...event.narrowing,
      }));
    case "policy":
      return ruled(stored, event.read, world);
    case "stop-file": {
      const stop = keptStopAfter(stored.stop, event.said, world.now);
      return stop === stored.stop ? stored : { ...stored, stop };
    }
    case "tool-list":
      return listed(stored, event.said, world);
    case "pause":
      return { ...stored, pause: { until: event.until } };
    case "resume":
      return { ...stored, pause: undefined };
    case "profile":
      return { ...stored, profile: { ...stored.profile, shared: event.shared } };
    case "time":
      return passed(stored, event.usedAt, world);
  }
}

function answered(stored: Stored, event: Extract<Event, { is: "answer" }>, world: World): Stored {
  const listed = stored.tools.filter(({ removedAt }) => removedAt === undefined).map(({ id }) => id);
  const agreed = event.answer === "agreed";
  const given = {
    answer: event.answer,
    kinds: agreed ? [...new Set(event.kinds)] : [],
    tools: agreed ? listed.filter((id) => event.tools?.includes(id) ?? true) : [],
  };
  const next = withReceipt(stored, given, world);
  return event.answer === "withdrawn" ? { ...next, pause: undefined } : next;
}

function added(stored: Stored, tool: Tool, world: World): Stored {
  const before = stored.tools.find(({ id }) => id === tool.id);
  // Added once more, it stays as narrow as the person made it.
  const { kinds, exclude } = before?.removedAt === undefined ? { ...before } : {};
  const row = { ...tool, ...(kinds && { kinds }), ...(exclude && { exclude }) };
  const next = { ...stored, tools: [...stored.tools.filter(({ id }) => id !== tool.id), row] };
  const consent = consentIn(stored, world);
  if (consent.answer !== "agreed" || consent.tools.includes(tool.id)) return next;
  const { answer } = consent;
  return withReceipt(next, { answer, kinds: [...consent.kinds], tools: [...consent.tools, tool.id] }, world);
}

/** Consent for a removed tool ends with it, also one for an older notice: listed again it takes a new answer. */
function removed(stored: Stored, isGone: (tool: Tool) => boolean, world: World): Stored {
  const gone = stored.tools
    .filter((tool) => tool.removedAt === undefined && isGone(tool))
    .map(({ id }) => id);
  if (gone.length === 0) return stored;
  const tools = stored.tools.map((tool) =>
    gone.includes(tool.id) ? { ...tool, removedAt: world.now } : tool,
  );
  const next = { ...stored, tools };
  const newest = newestOf(stored.receipts);
  // One that has lapsed covers nothing, and a newer receipt would bring it back.
  const counts = newest?.answer === "agreed" && newest.at > (stored.profile?.lapsedAt ?? -1);
  if (!counts || !newest.tools.some((id) => gone.includes(id))) return next;
  const { answer, kinds, notice } = newest;
  const left = newest.tools.filter((id) => !gone.includes(id));
  return withReceipt(next, { answer, kinds, tools: left }, { ...world, notice });
}

function changed(stored: Stored, id: string, change: (tool: Tool) => Tool): Stored {
  if (!stored.tools.some((tool) => tool.id === id)) return stored;
  return { ...stored, tools: stored.tools.map((tool) => (tool.id === id ? change(tool) : tool)) };
}

/** What the company lists no longer, or for another reason, is removed; its other words of a tool are taken over. */
function ruled(stored: Stored, read: Read, world: World): Stored {
  // Nothing was ever said, and nothing is waited for: nothing is kept.
  const silent = read.is === "empty" || read.is === "absent";
  if (silent && !stored.policy && world.patience === 0) return stored;
  const kept = keptAfter(stored.policy, withListIn(read, stored.list), world.now);
  const policy = JSON.stringify(kept) === JSON.stringify(stored.policy) ? stored.policy! : kept;
  return followed({ ...stored, policy }, world);
}

/** The store's newer list takes the place of the policy's: what it lists is offered, what it does not is removed. */
function listed(stored: Stored, said: ToolList, world: World): Stored {
  const list = keptListAfter(stored.list, said);
  const { policy } = stored;
  if (list === stored.list || !list || !policy?.good)
    return list === stored.list ? stored : { ...stored, list };
  const good = { policy: withList(policy.good.policy, list), since: world.now };
  return followed({ ...stored, list, policy: { ...policy, good } }, world);
}

function followed(next: Stored, world: World): Stored {
  const state = policyState(next.policy, world);
  // While it is waited for, or one was refused, the last good one's list stays.
  if (state.is === "waiting" || (state.is === "refused" && !state.lastGood)) return next;
  const said = policyOf(state);
  const left = removed(next, (tool) => tool.listedBy === "company" && !isStillListed(tool, said), world);
  return { ...left, tools: left.tools.map((tool) => renamed(tool, said)) };
}

function renamed(tool: Tool, policy: Policy | null): Tool {
  const listed = policy?.tools?.find(({ pattern }) => pattern === tool.pattern);
  if (!listed || tool.listedBy !== "company" || tool.removedAt !== undefined) return tool;
  return tool.alias === listed.alias && tool.owner === listed.owner
    ? tool
    : { ...tool, alias: listed.alias, owner: listed.owner };
}

/** A pause that is over ends; on a shared profile that lay idle the answer is asked for again. */
function passed(stored: Stored, usedAt: number, world: World): Stored {
  const over = stored.pause?.until != null && stored.pause.until <= world.now;
  const next = over ? { ...stored, pause: undefined } : stored;
  return isLapsed(next, usedAt, world)
    ? {
        ...next,
        profile: {
          shared: next.profile?.shared ?? false,
          lapsedAt: Math.max(world.now, newestOf(next.receipts)!.at),
        },
      }
    : next;
}

/** It is always newer than the last one, even when the clock went back. */
function withReceipt(
  stored: Stored,
  given: Pick<Receipt, "answer" | "kinds" | "tools">,
  world: World,
): Stored {
  const last = Math.max(newestOf(stored.receipts)?.at ?? 0, stored.profile?.lapsedAt ?? 0);
  const at = Math.max(world.now, last + 1);
  return { ...stored, receipts: [...stored.receipts, { id: world.id, at, notice: world.notice, ...given }] };
}
