// Drives shipped trajectories, and nothing else, through a live tool, one after the other in one page.
import type { Page } from "playwright";
import type { Shipment } from "../../../schemas/shipment.ts";
import type { ShippedStep } from "../../../schemas/shipped-step.ts";
import type { ShippedTarget } from "../../../schemas/target.ts";
import type { Vocabulary } from "../../../schemas/vocabulary.ts";
import { drive } from "./drive.ts";
import { Hand } from "./hand.ts";
import { type Located, locate, rests } from "./locate.ts";
import { fits, goTo, isFixed } from "./navigate.ts";
import { NotFound, NotReached, NotReplayed, type ReplayReport, type StepOutcome } from "./outcome.ts";

export interface ReplayOptions {
  shipments: readonly Shipment[];
  /** The published strings of the tool at the address; none for a tool without a vocabulary. */
  vocabulary: Vocabulary | undefined;
  base: string;
  /** Hears of each step when it is over. */
  say?: (step: StepOutcome) => void;
}

const nameOf = (target: ShippedTarget, vocabulary: Vocabulary | undefined): string => {
  const [name] = Object.values((target.name !== null && vocabulary?.terms[target.name]) || {});
  return name === undefined ? target.role : `${target.role} "${name}"`;
};

/** The page of the step, where the tool has one such page and it is another than this. */
async function onItsPage({ route }: ShippedStep, page: Page, { vocabulary, base }: ReplayOptions) {
  const template = route === null ? undefined : vocabulary?.routes[route];
  if (template === undefined || !isFixed(template) || fits(template, page.url())) return;
  await goTo(page, { template, base });
  await rests(page);
}

interface Doing {
  options: ReplayOptions;
  begun: Begun;
  tool: Shipment["tools"][number];
  /** Of the step before, where that was a click that may have been a double one. */
  click: Located | undefined;
}
interface Replayed {
  outcome: StepOutcome;
  target: Located | undefined;
}

type Begun = Pick<StepOutcome, "n" | "trajectory" | "kind" | "target">;

/**
 * What a step is done on. That a click was a double one leaves only where something is known to have come of it: where
 * the next element is not there after a click, it is clicked twice.
 */
async function locateAfter(
  step: ShippedStep & { target: ShippedTarget },
  hand: Hand,
  click: Located | undefined,
): Promise<{ target: Located; note?: string }> {
  try {
    return { target: await locate(hand.page, step.target, { use: step.kind }) };
  } catch (cause) {
    if (!(cause instanceof NotFound) || !click) throw cause;
    await hand.presses(click.handle, { clickCount: 2 });
    await rests(hand.page);
    const target = await locate(hand.page, step.target, { use: step.kind });
    return { target, note: "there after the click before was made a double click" };
  }
}

async function replayStep(
  step: ShippedStep,
  hand: Hand,
  { options, begun, tool, click }: Doing,
): Promise<Replayed> {
  const { vocabulary } = options;
  let [target, onto]: (Located | undefined)[] = [];
  const notes: string[] = [];
  const ended = (outcome: StepOutcome["outcome"], note?: string): Replayed => {
    const all = [...notes, ...(note === undefined ? [] : [note])].join("; ");
    const found = { ...(target && { found: target.at }), ...(onto && { onto: onto.at }) };
    return { target, outcome: { ...begun, outcome, ...found, ...(all && { note: all }) } };
  };
  try {
    if (vocabulary && tool.tool !== vocabulary.tool) throw new NotReplayed("it was done in another tool");
    await rests(hand.page);
    await onItsPage(step, hand.page, options);
    if (step.target) {
      const located = await locateAfter({ ...step, target: step.target }, hand, click);
      target = located.target;
      if (located.note) notes.push(located.note);
    }
    if (step.onto) {
      onto = await locate(hand.page, step.onto, { use: "onto", from: target });
    }
    return ended("driven", await drive(step, { hand, vocabulary, target, onto }));
  } catch (cause) {
    if (cause instanceof NotFound) return ended("not-found");
    if (cause instanceof NotReached) return ended("not-reached", cause.message);
    if (cause instanceof NotReplayed) return ended("not-replayed", cause.message);
    throw cause;
  }
}

/** The page shows the tool already; what it shows is the state that the first trajectory begins in. */
export async function replay(page: Page, options: ReplayOptions): Promise<ReplayReport> {
  const { shipments, vocabulary } = options;
  const steps: StepOutcome[] = [];
  let dialogs = 0;
  page.on("dialog", (dialog) => {
    dialogs += 1;
    void dialog.accept();
  });
  const hand = new Hand(page);
  await rests(page);
  for (const frame of page.frames()) await frame.evaluate(() => tooltrailReplay.begin());
  let last: number | null = null;
  let click: Located | undefined;
  for (const shipment of shipments)
    for (const step of shipment.steps) {
      const begun: Begun = {
        n: steps.length + 1,
        trajectory: shipment.id,
        kind: step.kind,
        ...(step.target && { target: nameOf(step.target, vocabulary) }),
      };
      const tool = shipment.tools[step.tool]!;
      const { outcome, target } = await replayStep(step, hand, { options, begun, tool, click });
      click = step.kind === "click" && step.count === 1 && step.effect === "nothing" ? target : undefined;
      steps.push(outcome);
      options.say?.(outcome);
      last = step.route ?? last;
    }
  await rests(page);
  const route = vocabulary?.routes.find((template) => fits(template, page.url())) ?? null;
  const lastRoute = last === null ? null : (vocabulary?.routes[last] ?? null);
  return {
    format: "tooltrail-replay/1",
    steps,
    end: { route, lastRoute, dialogs, pages: page.context().pages().length },
  };
}
