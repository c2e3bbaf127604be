// The trail of a trajectory: each step as it is stored, beside what of it would leave.
import type { QueuedShipment } from "../../../schemas/queue.ts";
import { isShippedKind } from "../../../schemas/step.ts";
import type { NumberedStep, TrajectoryHead } from "../../../schemas/trajectory.ts";
import { ask } from "../../messaging/ask.ts";
import { t } from "../../platform/words.ts";
import { readSteps } from "../../store/read.ts";
import { bundled } from "../../vocabulary/bundled.ts";
import { database } from "../database.ts";
import { Icon } from "../icons.tsx";
import { joined, storedDetail } from "../measure-words.ts";
import { namesOfShipment, namesOfTool } from "../named-tools.ts";
import type { SectionProps } from "../options.tsx";
import { readShipment } from "../shipment-text.ts";
import { shippedSentence, stepSentence, wouldLeave } from "../step-sentence.ts";
import { exactWords } from "../time-words.ts";
import { type Acting, must } from "../use-act.tsx";
import { useLive } from "../use-live.ts";
import { PageBefore } from "./page-before.tsx";

interface StepsProps extends SectionProps {
  head: TrajectoryHead;
  queued: QueuedShipment | undefined;
  acting: Acting;
}

export function Steps({ head, queued, facts, acting }: StepsProps) {
  const steps = useLive(() => readSteps(database, head.id), [head.id]);
  if (!steps) return null;
  if (steps.length === 0) return <p class="bar quiet">{t("steps.none")}</p>;
  const known = { tools: facts.tools, vocabularies: bundled(), languages: navigator.languages };
  const outside = leaving(known, steps, queued);
  const first = steps[0]?.step.tool;
  return (
    <>
      <div class="heads">
        <span />
        <p>
          <Icon name="here" />
          {t("steps.stored")}
        </p>
        <p>
          <Icon name="leaves" />
          {t(queued?.state === "shipped" ? "steps.left" : "steps.wouldLeave")}
        </p>
      </div>
      <ol class="trail">
        {steps.map(({ n, step }, at) => (
          <li key={n} class={`k-${step.kind} ${step.tool === first ? "a" : "b"}`} data-testid="step">
            <Way
              from={lane(steps, at - 1, first)}
              to={lane(steps, at, first)}
              last={at === steps.length - 1}
            />
            <div class="cell act">
              <div>
                {stepSentence(step, namesOfTool(known, step.tool))}
                <span class="small">{joined([exactWords(head.openedAt + step.at), storedDetail(step)])}</span>
                {step.outline && <PageBefore outline={step.outline} names={namesOfTool(known, step.tool)} />}
              </div>
              <button
                type="button"
                class="btn bare icon-only"
                aria-label={t("steps.delete", at + 1)}
                onClick={() => acting.run(() => removeStep(head.id, n))}
              >
                <Icon name="close" />
              </button>
            </div>
            <div class="cell out" data-l={t("steps.leaves")}>
              {outside[at] ?? <span class="quiet">{t("steps.nothing")}</span>}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

async function removeStep(trajectory: string, n: number): Promise<string> {
  must(await ask("step.delete", { trajectory, n }));
  return t("steps.deleted");
}

type Known = Parameters<typeof namesOfTool>[0];

/**
 * A sentence a step, from the shipment's own bytes where there is one; before that, from the kinds' own rules.
 */
function leaving(known: Known, steps: readonly NumberedStep[], queued: QueuedShipment | undefined): string[] {
  const stays = t("steps.stays");
  const shipment = queued && readShipment(queued);
  if (!queued || !shipment)
    return steps.map(({ step }) => {
      const left = wouldLeave(step);
      return left ? shippedSentence(left, namesOfTool(known, step.tool)) : stays;
    });
  const names = namesOfShipment(known, queued, shipment);
  let next = 0;
  return steps.map(({ step }) => {
    const left = isShippedKind(step.kind) ? shipment.steps[next++] : undefined;
    return left ? shippedSentence(left, names[left.tool]!) : stays;
  });
}

const lane = (steps: readonly NumberedStep[], at: number, first: string | undefined): number | undefined => {
  const entry = steps[at];
  return entry && (entry.step.tool === first ? 28 : 52);
};

/** The line past a step's mark; where the tool changes it crosses to the other lane. */
function Way({ from, to = 28, last }: { from: number | undefined; to: number | undefined; last: boolean }) {
  const start =
    from === undefined ? `M${to} 30` : `M${from} 0${from === to ? "" : `C${from} 20 ${to} 10 ${to} 30`}`;
  return (
    <span class="way">
      <svg viewBox="0 0 80 100" preserveAspectRatio="none" aria-hidden="true">
        <path
          d={`${start}${last ? (from === to ? "V30" : "") : "V100"}`}
          vector-effect="non-scaling-stroke"
        />
      </svg>
      <i />
    </span>
  );
}
