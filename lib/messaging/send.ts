// The page's outbox: numbers steps, hands them over, and forgets a step only when it is acknowledged.
import type { Dropped } from "../../schemas/dropped.ts";
import type { RecordReply, RecordRequest } from "../../schemas/message.ts";
import type { Step } from "../../schemas/step.ts";
import { ExtensionGone } from "./extension.ts";

/** Most steps that wait in the page: one message can hold them all (schemas/message.ts). */
const mostKept = 2000;
/** Most of one message, but for the last that a page may send. */
const mostSent = 512;
const batchSize = 50;
const batchDelay = 1000;
/** Every urgent step sends all that waits: with this many messages on their way the next one waits for a reply. */
const mostUnanswered = 4;
/** After this long without a reply the message counts as lost. */
const patience = 10_000;
const longestDelay = 30_000;

export interface Outbox {
  add(step: Step, urgency: "now" | "soon"): void;
  drop(reason: Dropped): void;
  /** Hands over everything now, as when the page is hidden: it may be the last message. */
  flush(): void;
  /** Resolves when nothing waits any more, or the script has ended. */
  emptied(): Promise<void>;
}

/** Hands the message over before it returns. */
export type Send = (request: RecordRequest) => Promise<RecordReply | undefined>;

export interface OutboxOptions {
  frame: string;
  send: Send;
  /** Called before steps leave: what they lack is added to them. */
  complete?(): void;
  /** The background, or the lack of one, ends this page script. */
  stop(): void;
  signal: AbortSignal;
}

/**
 * Every message carries all unacknowledged steps from the first on, so that a message that overtakes another, or a
 * reply that is lost, neither loses nor doubles a step: the receiver passes over the numbers that it has.
 */
export function createOutbox({ frame, send, complete, stop, signal }: OutboxOptions): Outbox {
  let first = 0;
  let waiting: Step[] = [];
  let dropped: RecordRequest["dropped"] = {};
  /** Newest message under way, or null. */
  let underWay: symbol | null = null;
  let unanswered = 0;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onEmpty: (() => void)[] = [];

  const tellEmpty = () => {
    for (const tell of onEmpty) tell();
    onEmpty = [];
  };
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    waiting = [];
    tellEmpty();
  });

  const arm = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(onTimer, delay);
  };
  const onTimer = () => {
    timer = undefined;
    if (underWay) {
      failures++;
      unanswered = 0;
    }
    transmit();
  };

  function transmit(most = mostSent): void {
    if (signal.aborted || waiting.length === 0) return;
    const mine = Symbol();
    underWay = mine;
    const told = dropped;
    dropped = {};
    arm(Math.max(patience, delayAfter(failures)));
    complete?.();
    unanswered++;
    void handOver(mine, { frame, first, steps: waiting.slice(0, most), dropped: told });
  }

  /** Called without a wait before it: the message is out when this returns. */
  async function handOver(mine: symbol, request: RecordRequest): Promise<void> {
    let reply: RecordReply | undefined;
    let isOver = false;
    try {
      reply = await send(request);
    } catch (error) {
      isOver = error instanceof ExtensionGone;
    }
    unanswered = Math.max(0, unanswered - 1);
    if (signal.aborted) return;
    if (isOver) return stop();
    const progress = reply !== undefined && acknowledge(reply, request.first + request.steps.length);
    if (progress) failures = 0;
    // A count whose message failed is told again; a lost reply can count it twice, never not at all.
    else for (const [reason, count] of Object.entries(request.dropped)) addDropped(reason as Dropped, count);
    // A newer, larger message is under way: its reply decides.
    if (signal.aborted || underWay !== mine) return;
    underWay = null;
    if (!progress) arm(delayAfter(++failures));
    else if (waiting.length >= batchSize) transmit();
    else if (waiting.length > 0) arm(batchDelay);
    else {
      clearTimeout(timer);
      timer = undefined;
    }
  }

  /** Whether the background took what it was sent, or has ended us. */
  function acknowledge({ next, stop: ended }: RecordReply, sent: number): boolean {
    const known = Math.min(next, first + waiting.length) - first;
    if (known > 0) {
      waiting.splice(0, known);
      first += known;
      if (waiting.length === 0) tellEmpty();
    }
    if (ended) stop();
    return next >= sent;
  }

  function addDropped(reason: Dropped, count: number): void {
    dropped = { ...dropped, [reason]: (dropped[reason] ?? 0) + count };
  }

  return {
    add(step, urgency) {
      if (signal.aborted) return;
      if (waiting.length >= mostKept) return addDropped("page-buffer-full", 1);
      waiting.push(step);
      if (urgency === "now" && unanswered < mostUnanswered) transmit();
      else if (!underWay && failures === 0 && waiting.length >= batchSize) transmit();
      else if (timer === undefined) arm(batchDelay);
    },
    drop: (reason) => addDropped(reason, 1),
    flush: () => transmit(mostKept),
    emptied: () =>
      new Promise((resolve) => {
        if (signal.aborted || waiting.length === 0) resolve();
        else onEmpty.push(resolve);
      }),
  };
}

/** 500 ms, doubled by each failure in a row, at most half a minute. */
const delayAfter = (failures: number): number => Math.min(250 * 2 ** Math.min(failures, 10), longestDelay);
