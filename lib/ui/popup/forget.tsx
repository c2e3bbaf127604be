// Forgetting the last minutes: gone at once, and for ten seconds it can be undone, also by a popup opened anew.
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Tombstone } from "../../../schemas/deletion.ts";
import { ask } from "../../messaging/ask.ts";
import { counted, t } from "../../platform/words.ts";
import { readTombstones } from "../../store/visible.ts";
import { database } from "../database.ts";
import { spanWords } from "../time-words.ts";
import { type Acting, Said, useAct } from "../use-act.tsx";
import { useLive } from "../use-live.ts";
import { useSeconds } from "./use-seconds.ts";

const spans = [
  [5, "popup.forgetFive"],
  [15, "popup.forgetQuarter"],
  [60, "popup.forgetHour"],
] as const;

export function Forget() {
  const acting = useAct();
  const tombstones = useLive(() => readTombstones(database), []) ?? [];
  const newest = tombstones.findLast(({ what }) => what.by === "minutes");
  const heading = useRef<HTMLHeadingElement>(null);
  const forget = (minutes: number) =>
    acting.run(async () => void (await ask("record.delete", { what: { by: "minutes", minutes } })));
  return (
    <div class="part">
      <h2 id="forget" tabIndex={-1} ref={heading}>
        {t("popup.forget")}
      </h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one bar of buttons */}
      <div class="seg" role="group" aria-labelledby="forget">
        {spans.map(([minutes, words]) => (
          <button key={minutes} type="button" class="btn" onClick={() => forget(minutes)}>
            {t(words)}
          </button>
        ))}
      </div>
      <p class="small" role="status">
        {newest && forgottenWords(newest)}
      </p>
      {newest && (
        <Undo
          key={newest.id}
          tombstone={newest}
          acting={acting}
          leave={() => heading.current?.focus({ preventScroll: true })}
        />
      )}
      <Said acting={acting} />
    </div>
  );
}

function forgottenWords({ what, less }: Tombstone): string {
  const count = less.reduce((sum, one) => sum + one.count, 0);
  return counted("popup.forgotten", count, what.by === "minutes" ? what.minutes : 0);
}

interface UndoProps {
  tombstone: Tombstone;
  acting: Acting;
  /** Where the keyboard goes on when this goes from under it. */
  leave: () => void;
}

function Undo({ tombstone, acting, leave }: UndoProps) {
  const now = useSeconds();
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(
    () => () => {
      if (document.activeElement === button.current) leave();
    },
    [],
  );
  const undo = () =>
    acting.run(async () => {
      const { ok } = await ask("record.undo", { tombstone: tombstone.id });
      return t(ok ? "popup.undone" : "popup.tooLate");
    });
  return (
    <div class="row between">
      <button ref={button} type="button" class="btn small" onClick={undo}>
        {t("popup.undo")}
      </button>
      <span class="small quiet">{t("popup.undoTime", spanWords(tombstone.until - now))}</span>
    </div>
  );
}
