// Everything held about the person as one file, and the ways to end it.
import { readHeld } from "../../personal-data/what-left.ts";
import { t } from "../../platform/words.ts";
import { database } from "../database.ts";
import { useLive } from "../use-live.ts";
import { EraseChoices } from "./erase-choices.tsx";
import { ExportCard } from "./export-card.tsx";

const read = () => readHeld(database);

export function ExportErase() {
  const held = useLive(read, []);
  if (!held) return <section class="view" />;
  return (
    <section class="view">
      <h1>{t("section.export")}</h1>
      <p class="lead">{t("export.lead")}</p>
      <div class="stack wide">
        <ExportCard held={held} />
        <EraseChoices held={held} />
        <Removing />
      </div>
    </section>
  );
}

/** Said before: the browser asks nobody when it removes an extension. */
const Removing = () => (
  <section class="stack" aria-labelledby="removing-title">
    <h2 id="removing-title">{t("erase.removing")}</h2>
    <p>{t("erase.removingText")}</p>
  </section>
);
