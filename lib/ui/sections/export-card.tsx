// Everything held about the person as one file, and what is in it.
import { exportPersonalData } from "../../personal-data/export.ts";
import type { Held } from "../../personal-data/what-left.ts";
import { dayOf, now } from "../../platform/clock.ts";
import { counted, t } from "../../platform/words.ts";
import { ProgressBar } from "../progress.tsx";
import { saveStream } from "../save-stream.ts";
import { Said } from "../use-act.tsx";
import { type Pace, useLengthy } from "../use-lengthy.ts";
import { CheckExport } from "./check-export.tsx";
import { SaveEraseKeys } from "./save-erase-keys.tsx";

async function save(steps: number, { signal, tell }: Pace): Promise<string> {
  const name = `tooltrail-export-${dayOf(now())}.zip`;
  let done = 0;
  tell({ done, of: steps });
  const onSteps = (count: number) => {
    done += count;
    // What comes in meanwhile goes in too.
    tell({ done, of: Math.max(done, steps) });
  };
  const saved = await saveStream(() => exportPersonalData(onSteps), {
    name,
    type: "application/zip",
    signal,
  });
  return saved ? t("export.saved", name) : t("export.notSaved");
}

export function ExportCard({ held }: { held: Held }) {
  const { acting, progress, run, stop } = useLengthy();
  return (
    <section class="card stack" aria-labelledby="export-title">
      <h2 id="export-title">{t("export.title")}</h2>
      {progress && (
        <ProgressBar
          label={t("export.writing")}
          figures={counted("export.progress", progress.of, progress.done)}
          {...progress}
          onCancel={stop}
        />
      )}
      <details>
        <summary>{t("export.inside")}</summary>
        <Inside held={held} />
      </details>
      <div class="row">
        <button
          type="button"
          class="btn"
          onClick={() => run((pace) => save(held.steps, pace), t("export.cancelled"))}
          disabled={acting.busy}
        >
          {t("export.save")}
        </button>
        <SaveEraseKeys label={t("export.keysOnly")} disabled={held.keys === 0} />
      </div>
      <Said acting={acting} />
      <CheckExport />
    </section>
  );
}

function Inside({ held }: { held: Held }) {
  const files = [
    ["README.html", t("export.readme")],
    ["trajectories.jsonl", counted("export.steps", held.steps)],
    ["outlines.jsonl", t("export.outlines")],
    ["shipments.jsonl", counted("export.shipments", held.shipments)],
    ["step-reports.jsonl", counted("export.stepReports", held.reports)],
    ["consent.jsonl", counted("export.receipts", held.receipts)],
    ["tools.jsonl", t("export.tools")],
    ["settings.json", t("export.settings")],
    ["erase-keys.json", counted("export.keys", held.keys)],
    ["dropped.json", t("export.dropped")],
    ["schema.json", t("export.schema")],
    ["SHA256SUMS", t("export.sums")],
  ] as const;
  return (
    <dl class="facts inside">
      {files.map(([file, holds]) => (
        <div key={file}>
          <dt>{file}</dt>
          <dd>{holds}</dd>
        </div>
      ))}
    </dl>
  );
}
