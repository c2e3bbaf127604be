// What left, or was refused: when, how much, the exact bytes, until when it can be erased, and where its erasure stands.
import { useState } from "preact/hooks";
import { ask } from "../../messaging/ask.ts";
import { type Left, readLeft } from "../../personal-data/what-left.ts";
import { counted, t } from "../../platform/words.ts";
import { erasingWindow } from "../../store/erasing-window.ts";
import { Confirm } from "../confirm.tsx";
import { database } from "../database.ts";
import { Mark } from "../icons.tsx";
import type { SectionProps } from "../options.tsx";
import { longSpanWords } from "../time-words.ts";
import { must, Said, useAct } from "../use-act.tsx";
import { useLive } from "../use-live.ts";
import { Health } from "./health.tsx";
import { HeldUp } from "./held-up.tsx";
import { Ledger } from "./ledger.tsx";
import { ShippedTable } from "./shipped-table.tsx";
import { SingleAnswers } from "./single-answers.tsx";

const read = () => readLeft(database);

export function Shipped({ facts }: SectionProps) {
  const left = useLive(read, []);
  if (!left) return <section class="view" />;
  const gone = left.filter(({ queued }) => queued?.state !== "rejected").length;
  return (
    <section class="view">
      <h1>{t("section.shipped")}</h1>
      <p class="lead">{gone === 0 ? t("shipped.none") : counted("shipped.lead", gone)}</p>
      <div class="stack wide">
        <HeldUp />
        {left.length === 0 ? (
          <div class="card empty">
            <Mark sign="none" />
            <p>{t("shipped.empty")}</p>
          </div>
        ) : (
          <WhatLeft left={left} facts={facts} />
        )}
        <SingleAnswers facts={facts} />
        <Health facts={facts} />
        <Ledger facts={facts} />
      </div>
    </section>
  );
}

function WhatLeft({ left, facts }: SectionProps & { left: readonly Left[] }) {
  const [picked, pick] = useState<ReadonlySet<string>>(new Set());
  const acting = useAct();
  const erasable = left.filter((one) => one.erasable).map(({ id }) => id);
  // What was erased meanwhile is picked no more.
  const chosen = erasable.filter((id) => picked.has(id));
  const window = longSpanWords(erasingWindow());
  const erase = (shipments: readonly string[]) =>
    acting.run(async () => {
      const reply = await ask("shipped.erase", { shipments: [...shipments] });
      must(reply);
      pick(new Set());
      return counted("shipped.asked", reply.asked, window);
    });
  const confirm = (opens: string, shipments: readonly string[]) => (
    <Confirm
      opens={opens}
      question={counted("shipped.ask", shipments.length)}
      does={t("shipped.do")}
      small
      disabled={acting.busy || shipments.length === 0}
      onConfirm={() => erase(shipments)}
    >
      <p>{t("shipped.lost", window)}</p>
      <p>{t("shipped.stays")}</p>
    </Confirm>
  );
  return (
    <section class="card flush" aria-labelledby="left-title">
      <header>
        <h2 id="left-title">{t("shipped.title")}</h2>
        <div class="row">
          {confirm(counted("shipped.eraseChosen", chosen.length), chosen)}
          {confirm(counted("shipped.eraseAll", erasable.length), erasable)}
        </div>
      </header>
      <ShippedTable
        left={left}
        facts={facts}
        chosen={chosen}
        onChoose={(ids) => pick(new Set(ids))}
        confirm={confirm}
      />
      <Said acting={acting} />
    </section>
  );
}
