// An exported file, checked here: the person picks it, and nothing of it leaves.
import { useRef, useState } from "preact/hooks";
import { type Checked, type CheckedFile, checkExport } from "../../personal-data/check-export.ts";
import { counted, t } from "../../platform/words.ts";
import { sizeWords } from "../measure-words.ts";
import { ProgressBar } from "../progress.tsx";
import { Said } from "../use-act.tsx";
import { useLengthy } from "../use-lengthy.ts";

export function CheckExport() {
  const input = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<{ name: string; checked: Checked }>();
  const { acting, progress, run, stop } = useLengthy();
  const check = (file: File) =>
    run(async ({ signal, tell }) => {
      setFound(undefined);
      tell({ done: 0, of: file.size });
      const checked = await checkExport(file, { signal, onRead: (done, of) => tell({ done, of }) });
      setFound({ name: file.name, checked });
      return sentence(file.name, checked);
    }, t("check.cancelled"));
  const checked = found?.checked;
  return (
    <div class="stack tight">
      <div class="row">
        <button type="button" class="btn" disabled={acting.busy} onClick={() => input.current?.click()}>
          {t("check.open")}
        </button>
        <span class="small quiet">{t("check.stays")}</span>
      </div>
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // Emptied, so that the same file can be picked again.
          if (file) check(file);
          currentTarget.value = "";
        }}
      />
      {progress && (
        <ProgressBar
          label={t("check.reading")}
          figures={t("check.progress", sizeWords(progress.done), sizeWords(progress.of))}
          {...progress}
          onCancel={stop}
        />
      )}
      <Said acting={acting} />
      {checked?.is === "export" && <CheckedFiles files={checked.files} />}
    </div>
  );
}

function sentence(name: string, checked: Checked): string {
  if (checked.is === "no-export") return t("check.none", name);
  const wrong = checked.files.filter(({ state }) => state !== "whole").length;
  return wrong === 0
    ? counted("check.whole", checked.files.length, name)
    : counted("check.changed", wrong, name);
}

const CheckedFiles = ({ files }: { files: readonly CheckedFile[] }) => (
  <>
    <table class="fold small" data-testid="checked">
      <thead>
        <tr>
          <th>{t("readable.file")}</th>
          <th>{t("readable.holds")}</th>
          <th class="n">{t("shipped.size")}</th>
          <th>{t("check.sum")}</th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.name}>
            <td data-l={t("readable.file")}>{file.name}</td>
            <td data-l={t("readable.holds")}>{holds(file)}</td>
            <td class="n" data-l={t("shipped.size")}>
              {sizeWords(file.bytes)}
            </td>
            <td data-l={t("check.sum")}>
              <span class={file.state === "whole" ? "tag here" : "tag pause"}>
                {t(`check.${file.state}File`)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <p class="note small">{t("check.limit")}</p>
  </>
);

function holds({ lines, steps }: CheckedFile): string {
  if (steps !== undefined) return counted("export.steps", steps);
  return lines === undefined ? "" : counted("check.lines", lines);
}
