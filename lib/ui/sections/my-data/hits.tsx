// What a search has found, newest first. Rows come in pieces, as they are scrolled to: hundreds at once hold the page up.
import { useState } from "preact/hooks";
import { t } from "../../../platform/words.ts";
import { heading, momentWords } from "../../time-words.ts";
import { look } from "./look.ts";
import { More } from "./more.tsx";
import type { Hit } from "./search-steps.ts";

const piece = 15;

interface HitsProps {
  hits: readonly Hit[];
  sentenceOf: (step: Hit["step"]) => string;
  now: number;
}

export function Hits({ hits, sentenceOf, now }: HitsProps) {
  const [shown, show] = useState(piece);
  const rest = hits.length - shown;
  return (
    <>
      <ul>
        {hits.slice(0, shown).map((hit) => (
          <li key={`${hit.trajectory} ${hit.n}`} data-testid="hit">
            <button type="button" class="btn bare" onClick={() => look(hit.trajectory, hit.n)}>
              <span>{sentenceOf(hit.step)}</span>
              <span class="small quiet">{heading(momentWords(hit.at, now))}</span>
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && <More says={t("steps.more", rest)} onMore={() => show(shown + piece)} />}
    </>
  );
}
