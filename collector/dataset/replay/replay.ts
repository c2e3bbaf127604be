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

type Begun = Pick<StepOutcome, "n" | "trajectory" | "kind" | "target">;

async function replayStep(
  step: ShippedStep,
  hand: Hand,
  { options, begun, tool }: { options: ReplayOptions; begun: Begun; tool: Shipment["tools"][number] },
): Promise<StepOutcome> {
  const { vocabulary, base } = options;
  let [target, onto]: (Located | undefined)[] = [];
  const found = () => ({ ...begun, ...(target && { found: target.at }), ...(onto && { onto: onto.at }) });
  try {
    if (vocabulary && tool.tool !== vocabulary.tool) throw new NotReplayed("it was done in another tool");
    await rests(hand.page);
    if (step.kind !== "navigate") await onItsPage(step, hand.page, options);
    if (step.target) target = await locate(hand.page, step.target, { use: step.kind });
    if (step.onto) {
      onto = await locate(hand.page, step.onto, { use: "onto", from: target });
    }
    const note = await drive(step, { hand, vocabulary, base, target, onto });
    return { ...found(), outcome: "driven", ...(note !== undefined && { note }) };
  } catch (cause) {
    if (cause instanceof NotFound) return { ...found(), outcome: "not-found" };
    if (cause instanceof NotReached) return { ...found(), outcome: "not-reached", note: cause.message };
    if (cause instanceof NotReplayed) return { ...found(), outcome: "not-replayed", note: cause.message };
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
  for (const shipment of shipments)
    for (const step of shipment.steps) {
      const begun: Begun = {
        n: steps.length + 1,
        trajectory: shipment.id,
        kind: step.kind,
        ...(step.target && { target: nameOf(step.target, vocabulary) }),
      };
      const outcome = await replayStep(step, hand, { options, begun, tool: shipment.tools[step.tool]! });
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
