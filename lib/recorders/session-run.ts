// One run of the page script in a document: an outbox under a name of its own, and a session that fills it.
import { onLeaving } from "../dom/leaving.ts";
import type { Secrets } from "../dom/secret.ts";
import { ExtensionGone, tellBackground } from "../messaging/extension.ts";
import { makeFrameId } from "../messaging/frame-id.ts";
import { createOutbox, type Send } from "../messaging/send.ts";
import { createSession } from "./session.ts";

export interface Run {
  /** Asks anew what may be recorded. */
  configure(): void;
  /** Hands over what is held and what waits. Resolves when all of it is acknowledged. */
  handOver(): Promise<void>;
  /** Ends it: what is not handed over is gone. */
  stop(): void;
  /** Whether it was stopped, by the background or with the script. */
  signal: AbortSignal;
}

/** Begins to ask and to record. `script` ends it; so does the background. */
export function beginRun(script: AbortSignal, secrets: Secrets, fresh: boolean): Run {
  const ended = new AbortController();
  const signal = AbortSignal.any([script, ended.signal]);
  const stop = () => ended.abort();
  const isOver = (error: unknown) => error instanceof ExtensionGone;
  const tell = tellBackground;
  const send: Send = (request) => tell("steps.record", request);
  const complete = () => session.complete();
  const outbox = createOutbox({ frame: makeFrameId(), send, complete, stop, signal });
  const { add, drop } = outbox;
  const session = createSession({ tell, isOver, stop, secrets, fresh, add, drop, signal });
  const handOver = () => {
    session.settle();
    outbox.flush();
    return outbox.emptied();
  };
  onLeaving(handOver, signal);
  session.configure();
  return { configure: session.configure, handOver, stop, signal };
}
