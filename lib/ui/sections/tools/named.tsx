// How a tool is shown by its name and its address.
import { t } from "../../../platform/words.ts";
import { originOf } from "../../../scope/pattern.ts";
import { unicodeHost } from "../../../scope/unicode-host.ts";

/** The first letter of a name, as a picture. */
export const Letter = ({ alias }: { alias: string }) => (
  <span class="letter" aria-hidden="true">
    {[...alias][0]?.toUpperCase()}
  </span>
);

/** A pattern as the browser has it, and in its own letters where those are not ASCII. */
export function Pattern({ pattern }: { pattern: string }) {
  const { host } = new URL(originOf(pattern));
  const letters = unicodeHost(host);
  return (
    <p class="code quiet">
      {pattern}
      {letters !== host && <span class="letters">{t("covers.letters", letters)}</span>}
    </p>
  );
}
