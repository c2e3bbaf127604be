// Everything held about the person as one file, and the ways to end it.
import { ask } from "../../messaging/ask.ts";
import { exportPersonalData } from "../../personal-data/export.ts";
import { dayOf, now } from "../../platform/clock.ts";
import { counted, t } from "../../platform/words.ts";
import { mayHaveLeft } from "../../store/may-have-left.ts";
import { Confirm } from "../confirm.tsx";
import { database } from "../database.ts";
import { download } from "../download.ts";
import { must, Said, useAct } from "../use-act.tsx";
import { useLive } from "../use-live.ts";

async function held() {
  const shipped = new Set(await database.shipments.filter(mayHaveLeft).primaryKeys());
  const keys = await database.eraseKeys.toArray();
  return {
    steps: (await database.totals.toArray()).reduce((sum, { count }) => sum + count, 0),
    waiting: await database.shipments.where("state").equals("waiting").count(),
    shipments: await database.shipments.count(),
    keys: keys.length,
    /** Those that erasing leaves here: of what was shipped, now or before an earlier erasing. */
    staying: keys.filter(({ shipment, kept }) => kept || shipped.has(shipment)).length,
    receipts: await database.receipts.count(),
  };
}

export function ExportErase() {
  const counts = useLive(held, []);
  const exporting = useAct();
  const erasing = useAct();
  const save = () =>
    exporting.run(async () => {
      const name = `tooltrail-export-${dayOf(now())}.zip`;
      download(await exportPersonalData(), name);
      return t("export.saved", name);
    });
  const erase = () =>
    erasing.run(async () => {
      must(await ask("everything.erase", {}));
      return t("erase.done");
    });
  if (!counts) return <section class="view" />;
  const files = [
    ["trajectories.jsonl", counted("export.steps", counts.steps)],
    ["shipments.jsonl", counted("export.shipments", counts.shipments)],
    ["consent.jsonl", counted("export.receipts", counts.receipts)],
    ["erase-keys.json", counted("export.keys", counts.keys)],
  ] as const;
  return (
    <section class="view">
      <h1>{t("section.export")}</h1>
      <p class="lead">{t("export.lead")}</p>
      <div class="stack wide">
        <section class="card stack" aria-labelledby="export-title">
          <h2 id="export-title">{t("export.title")}</h2>
          <dl class="facts">
            {files.map(([file, holds]) => (
              <div key={file}>
                <dt>{file}</dt>
                <dd>{holds}</dd>
              </div>
            ))}
          </dl>
          <div class="row">
            <button type="button" class="btn" onClick={save} disabled={exporting.busy}>
              {t("export.save")}
            </button>
          </div>
          <Said acting={exporting} />
        </section>
        <section class="card stack" aria-labelledby="erase-title">
          <h2 id="erase-title">{t("erase.title")}</h2>
          <p>
            {counted("erase.steps", counts.steps)} {counted("erase.waiting", counts.waiting)}{" "}
            {counted("erase.keys", counts.staying)}
          </p>
          <div class="row">
            <Confirm
              opens={t("erase.open")}
              question={counted("erase.ask", counts.steps)}
              does={t("erase.do")}
              onConfirm={erase}
            >
              <p>{counted("erase.lost", counts.waiting)}</p>
              <p>{counted("erase.stays", counts.staying)}</p>
            </Confirm>
          </div>
          <Said acting={erasing} />
          <p class="note small">{t("erase.goesOn")}</p>
        </section>
      </div>
    </section>
  );
}
