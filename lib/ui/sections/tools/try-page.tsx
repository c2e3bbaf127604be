import { useState } from "preact/hooks";
import { t } from "../../../platform/words.ts";
import { tryPage } from "../../../scope/check-path.ts";

interface TryPageProps {
  pattern: string;
  exclude: readonly string[];
}

/** Says of a page that the person names whether it is left out. Nothing of it is kept. */
export function TryPage({ pattern, exclude }: TryPageProps) {
  const [written, setWritten] = useState("");
  return (
    <div>
      <label class="field">
        {t("leftout.try")}
        <input
          type="text"
          value={written}
          placeholder={t("leftout.tryExample")}
          spellcheck={false}
          autoComplete="off"
          onInput={({ currentTarget }) => setWritten(currentTarget.value)}
        />
      </label>
      <p class="small said" role="status">
        {written.trim() && triedWords(written, { pattern, exclude })}
      </p>
    </div>
  );
}

function triedWords(written: string, tool: TryPageProps): string {
  const tried = tryPage(written, tool);
  if (tried.is === "elsewhere") return t("leftout.elsewhere");
  return tried.is === "inside" ? t("leftout.inside") : t("leftout.out", tried.by);
}
