// Runs in the extension's own origin, as a bundle of its own: the parts of what is done with a message.
import { readDoorway } from "../../lib/consent/doorway.ts";
import { refusal } from "../../lib/consent/gate.ts";
import { agreedAt, judge } from "../../lib/pipeline/whose.ts";
import type { PageSender } from "../../lib/platform/page-sender.ts";
import { isGrantedAt } from "../../lib/scope/registration.ts";
import { openDatabase } from "../../lib/store/database.ts";
import { write } from "../../lib/store/writer.ts";
import { keepSteps } from "../../lib/trajectory/keep-steps.ts";
import { pageRequests } from "../../schemas/request.ts";
import { parseStep, type Step } from "../../schemas/step-of-kind.ts";
import "../../lib/platform/jitless.ts";

const database = openDatabase();

const requestOf = (frame: string, steps: readonly Step[]) => ({
  frame,
  first: 0,
  steps: [...steps],
  dropped: {},
});

/** What the door and the handler parse. Throws where a step does not hold. */
export function validates(frame: string, steps: readonly Step[]): void {
  pageRequests["steps.record"].parse(requestOf(frame, steps));
  for (const step of steps) if (!parseStep(step)) throw new Error(`A step of ${step.kind} does not hold.`);
}

/** What the gate is asked for a message, in one reading of the answer. */
export async function gates(sender: PageSender, steps: readonly Step[]): Promise<void> {
  const judged = judge(sender);
  const granted = judged.address !== undefined && (await isGrantedAt(judged.address));
  const doorway = await readDoorway(database);
  const { tool } = agreedAt(judged, doorway);
  if (!tool || !granted) throw new Error("The gate is shut.");
  for (const { kind } of steps)
    if (refusal(doorway, kind, { tool: tool.id })) throw new Error(`No ${kind} is agreed to.`);
}

/** Parsed again and kept, in one transaction; nothing is asked. */
export const keeps = (frame: string, steps: readonly Step[]): Promise<unknown> =>
  write(database, () =>
    keepSteps(database, requestOf(frame, steps), { tool: steps[0]!.tool, refuse: () => null }),
  );
