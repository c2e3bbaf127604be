// A native dialog that asks before something is lost for good: the question, what is lost, what stays.
import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { t } from "../platform/words.ts";

interface ConfirmProps {
  /** The button that opens the dialog. */
  opens: string;
  question: string;
  children: ComponentChildren;
  /** The button that does it. */
  does: string;
  onConfirm: () => void;
  small?: boolean;
  disabled?: boolean;
}

export function Confirm({
  opens,
  question,
  children,
  does,
  onConfirm,
  small = false,
  disabled = false,
}: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  return (
    <>
      <button
        type="button"
        class={small ? "btn small erase" : "btn erase"}
        disabled={disabled}
        onClick={() => dialog.current?.showModal()}
      >
        {opens}
      </button>
      <dialog ref={dialog} aria-labelledby={title}>
        <form method="dialog" class="stack">
          <h2 id={title}>{question}</h2>
          {children}
          <div class="row ends">
            <button type="submit" class="btn">
              {t("action.keep")}
            </button>
            <button type="submit" class="btn erase" onClick={onConfirm}>
              {does}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
