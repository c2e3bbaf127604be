// The outline that a step cites, as it is stored and as it leaves with the step. Read only when opened.
import { useState } from "preact/hooks";
import type { OutlineRef } from "../../../schemas/step.ts";
import { t } from "../../platform/words.ts";
import { readOutlines } from "../../store/outlines.ts";
import { database } from "../database.ts";
import { outlineLines } from "../outline-lines.ts";
import type { PublishedNames } from "../published-names.ts";
import { useLive } from "../use-live.ts";

export function PageBefore({ outline, names }: { outline: OutlineRef; names: PublishedNames }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary class="small">{t("steps.outline")}</summary>
      {open && <Lines outline={outline} names={names} />}
    </details>
  );
}

function Lines({ outline, names }: { outline: OutlineRef; names: PublishedNames }) {
  const found = useLive(() => readOutlines(database, [outline.hash]), [outline.hash]);
  if (!found) return null;
  const [held] = found;
  if (!held) return <p class="small quiet">{t("steps.noOutline")}</p>;
  return <pre data-testid="outline">{outlineLines(held.nodes, outline.node, names).join("\n")}</pre>;
}
