// What Tooltrail may name in a tool, to read: a dialog with every published string.
import { useId, useRef, useState } from "preact/hooks";
import type { Vocabulary } from "../../../../schemas/vocabulary.ts";
import { t } from "../../../platform/words.ts";
import { Icon } from "../../icons.tsx";
import { PublishedTable } from "./published-table.tsx";

export function Published({ alias, vocabulary }: { alias: string; vocabulary: Vocabulary }) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Thousands of rows are made when they are looked at.
  const [open, setOpen] = useState(false);
  const title = useId();
  const show = () => {
    setOpen(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" class="link" onClick={show}>
        {t("published.open")}
      </button>
      <dialog ref={dialog} class="published" aria-labelledby={title} onClose={() => setOpen(false)}>
        <header>
          <h2 id={title}>{t("published.title", alias)}</h2>
          <form method="dialog">
            <button type="submit" class="btn bare icon-only" aria-label={t("published.close")}>
              <Icon name="close" />
            </button>
          </form>
        </header>
        <p class="quiet">{t("published.lead", t("tool.edition", vocabulary.title, vocabulary.version))}</p>
        {open && <PublishedTable vocabulary={vocabulary} />}
      </dialog>
    </>
  );
}
