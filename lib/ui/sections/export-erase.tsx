// Everything held about the person as one file, and the ways to end it.
import { ask } from "../../messaging/ask.ts";
import { exportPersonalData } from "../../personal-data/export.ts";
import { dayOf, now } from "../../platform/clock.ts";
import { mayHaveLeft } from "../../store/may-have-left.ts";
import { Confirm } from "../confirm.tsx";
import { database } from "../database.ts";
import { download } from "../download.ts";
import { countWords } from "../time-words.ts";
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
      return `Saved as ${name}. It holds your erase keys: keep it safe.`;
    });
  const erase = () =>
    erasing.run(async () => {
      must(await ask("everything.erase", {}));
      return "Everything here is erased. Your erase keys are kept.";
    });
  if (!counts) return <section class="view" />;
  const steps = countWords(counts.steps, "step");
  const waiting = countWords(counts.waiting, "shipment that waits", "shipments that wait");
  const keys = countWords(counts.staying, "erase key");
  return (
    <section class="view">
      <h1>Export and erase</h1>
      <p class="lead">
        Everything held about you, in a file you can read without Tooltrail. And a way to end it all.
      </p>
      <div class="stack wide">
        <section class="card stack" aria-labelledby="export-title">
          <h2 id="export-title">Export</h2>
          <dl class="facts">
            <div>
              <dt>trajectories.jsonl</dt>
              <dd>{steps}</dd>
            </div>
            <div>
              <dt>shipments.jsonl</dt>
              <dd>{countWords(counts.shipments, "shipment")}</dd>
            </div>
            <div>
              <dt>consent.jsonl</dt>
              <dd>{countWords(counts.receipts, "receipt")}</dd>
            </div>
            <div>
              <dt>erase-keys.json</dt>
              <dd>{countWords(counts.keys, "key")}, keep it safe</dd>
            </div>
          </dl>
          <div class="row">
            <button type="button" class="btn" onClick={save} disabled={exporting.busy}>
              Export my data
            </button>
          </div>
          <Said acting={exporting} />
        </section>
        <section class="card stack" aria-labelledby="erase-title">
          <h2 id="erase-title">Erase</h2>
          <p>
            {steps} and {waiting} can be erased here. {keys} {counts.staying === 1 ? "stays" : "stay"}, for
            what was shipped: erasing that comes with a later version.
          </p>
          <div class="row">
            <Confirm
              opens="Erase everything here"
              question={`Erase ${steps} here?`}
              does="Erase for good"
              onConfirm={erase}
            >
              <p>They cannot be brought back, and {waiting} will not leave.</p>
              <p>What left stays at the collector. Kept here for it: {keys}.</p>
            </Confirm>
          </div>
          <Said acting={erasing} />
          <p class="note small">
            Erasing does not stop recording. To stop, use Withdraw: it stops every open page at once and
            erases.
          </p>
        </section>
      </div>
    </section>
  );
}
