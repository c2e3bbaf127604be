// The trail of a trajectory: each step as it is stored, beside what of it would leave. Rows come in pieces.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { QueuedShipment } from "../../../../schemas/queue.ts";
import type { NumberedStep } from "../../../../schemas/trajectory.ts";
import { t } from "../../../platform/words.ts";
import { readShownSteps } from "../../../store/read-stored.ts";
import { bundled } from "../../../vocabulary/bundled.ts";
import { database } from "../../database.ts";
import { Icon } from "../../icons.tsx";
import { useLive } from "../../use-live.ts";
import { Bytes } from "./bytes.tsx";
import { leaving } from "./leaving.ts";
import { More } from "./more.tsx";
import { usePieces } from "./pieces.ts";
import { nothing, tick } from "./selection.ts";
import { SelectionBar } from "./selection-bar.tsx";
import { StepPiece } from "./step-piece.tsx";
import { TaskChoice } from "./task-choice.tsx";
import type { TrajectoryProps } from "./trajectory.tsx";

/** Rows of a piece: few enough to come within a frame. */
const piece = 10;
const none: readonly NumberedStep[] = [];

interface StepsProps extends TrajectoryProps {
  queued: QueuedShipment | undefined;
  /** The number of a step that was asked for. */
  looked: number | null;
}

export function Steps({ head, queued, facts, deleting, looked }: StepsProps) {
  const all = useLive(() => readShownSteps(database, head.id), [head.id]);
  const steps = useMemo(() => all?.filter(({ hidden }) => !hidden), [all]);
  const [shown, show] = useState(2);
  const [selection, select] = useState(nothing);
  const says = JSON.stringify(facts.tools);
  const known = useMemo(
    () => ({ tools: facts.tools, vocabularies: bundled(), languages: navigator.languages }),
    [says],
  );
  const outside = useMemo(() => all && leaving(known, all, queued), [all, queued?.bytes, known]);
  const numbers = useMemo(() => steps?.map(({ n }) => n) ?? [], [steps]);
  const now = useRef({ numbers, deleting });
  now.current = { numbers, deleting };
  // The same functions all the time, so that pieces which did not change need not render.
  const [acts] = useState(() => ({
    onTick: (n: number, on: boolean, stretch: boolean) =>
      select((before) => tick(before, { n, on, stretch }, now.current.numbers)),
    onDelete: (n: number) => now.current.deleting.remove({ by: "steps", trajectory: head.id, steps: [n] }),
  }));
  const place = looked === null ? -1 : numbers.indexOf(looked);
  const pieces = Math.max(shown, Math.ceil((place + 1) / piece));
  useEffect(() => {
    if (place < 0) return;
    const row = document.getElementById(`step-${head.id}-${looked}`);
    row?.scrollIntoView({ block: "center" });
    row?.querySelector("input")?.focus({ preventScroll: true });
  }, [looked, place >= 0]);
  const openedAt = head.openedAt;
  const lanes = useMemo(() => laneOf(steps?.map(({ step }) => step.tool) ?? []), [steps]);
  const cut = usePieces(steps ?? none, piece);
  const slices = cut.slice(0, pieces);
  if (!all || !steps || !outside) return <p class="bar quiet">{t("steps.reading")}</p>;
  if (steps.length === 0) return <p class="bar quiet">{t("steps.none")}</p>;
  const rest = steps.length - slices.length * piece;
  return (
    <>
      <TaskChoice head={head} tools={facts.tools} steps={steps} />
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
      {queued && (outside.task || head.task) && (
        <p class="bar small" data-testid="task-leaves">
          <Icon name={outside.task ? "leaves" : "here"} />
          {outside.task ? t("task.leaves", outside.task) : t("task.stays")}
        </p>
      )}
      {!outside.exact && <p class="bar small quiet">{t("steps.onlyBytes")}</p>}
      <ol class="trail">
        {slices.map((slice, at) => (
          <StepPiece
            key={slice[0]!.n}
            trajectory={head.id}
            openedAt={openedAt}
            steps={slice}
            from={at * piece}
            total={steps.length}
            lanes={lanes}
            known={known}
            outside={outside}
            ticked={slice.flatMap(({ n }) => (selection.chosen.has(n) ? n : [])).join()}
            acts={acts}
          />
        ))}
      </ol>
      {rest > 0 && <More says={t("steps.more", rest)} onMore={() => show(pieces + 1)} />}
      <SelectionBar
        head={head}
        steps={steps}
        chosen={selection.chosen}
        onClear={() => select(nothing)}
        onDelete={(chosen) => {
          select(nothing);
          deleting.remove({ by: "steps", trajectory: head.id, steps: chosen });
        }}
      />
      {queued && <Bytes queued={queued} changing={steps.length < all.length} />}
    </>
  );
}

/** The first tool has the left lane, all others the right one. */
const laneOf = (tools: readonly string[]): boolean[] => tools.map((tool) => tool === tools[0]);
