// A look into the main world of a frame in Firefox.
import type { Frame } from "puppeteer-core";
import { contextOf, type Wire } from "./firefox-wire.ts";
import type { Door, Point } from "./tab.ts";

interface Called {
  type: "success" | "exception";
  result?: { type: string; value?: string };
  exceptionDetails?: { text: string };
}

const gone = "The frame's context is gone.";

/** The document went away under a question. */
export const isGone = (error: unknown): boolean => String(error).includes(gone);

const lost = /no such frame|Actor .*destroyed|AbortError|discarded|DiscardedBrowsingContext/i;

/** Runs a function's text in a frame; arguments and what it returns go as JSON. */
async function call(wire: Wire, context: string, run: string, given: readonly object[]): Promise<unknown> {
  let called: Called;
  try {
    called = await wire.send<Called>("script.callFunction", {
      functionDeclaration: `async (...given) => JSON.stringify({ value: await (${run})(...given) })`,
      target: { context },
      arguments: given,
      awaitPromise: true,
    });
  } catch (error) {
    if (lost.test(String(error))) throw new Error(gone, { cause: error });
    throw error;
  }
  if (called.type === "exception") throw new Error(called.exceptionDetails?.text);
  return (JSON.parse(called.result?.value ?? "{}") as { value?: unknown }).value;
}

/** The text of a function that takes its one argument as JSON. */
const fromJson = (run: unknown) => `(text) => (${String(run)})(JSON.parse(text).arg)`;

/** Runs in the page: the corner of what an element shows inside its border. */
const cornerIn = `(owner) => {
  const { left, top } = owner.getBoundingClientRect();
  return { x: left + owner.clientLeft, y: top + owner.clientTop };
}`;

async function cornerOf(wire: Wire, frame: Frame): Promise<Point> {
  const parent = frame.parentFrame();
  if (!parent) return { x: 0, y: 0 };
  const { nodes } = await wire.send<{ nodes: { sharedId: string }[] }>("browsingContext.locateNodes", {
    context: contextOf(parent),
    locator: { type: "context", value: { context: contextOf(frame) } },
  });
  const [owner] = nodes;
  if (!owner) throw new Error("A frame that is not shown has no corner.");
  const inParent = (await call(wire, contextOf(parent), cornerIn, [{ sharedId: owner.sharedId }])) as Point;
  const above = await cornerOf(wire, parent);
  return { x: above.x + inParent.x, y: above.y + inParent.y };
}

const addressed = (frame: Frame): string => {
  const parent = frame.parentFrame();
  return /^http/.test(frame.url()) || !parent ? frame.url() : addressed(parent);
};

export function firefoxDoor(wire: Wire, frame: Frame): Door {
  return {
    url: () => frame.url(),
    addressed: () => addressed(frame),
    evaluate: async (run, arg) =>
      (await call(wire, contextOf(frame), fromJson(run), [
        { type: "string", value: JSON.stringify({ arg }) },
      ])) as never,
    corner: () => cornerOf(wire, frame),
  };
}
