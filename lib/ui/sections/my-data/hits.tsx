// What a search has found, newest first. Rows come in pieces, as they are scrolled to: hundreds at once hold the page up.
import { useState } from "preact/hooks";
import { t } from "../../../platform/words.ts";
import { memo } from "../../memo.ts";
import { heading, momentWords } from "../../time-words.ts";
import { look } from "./look.ts";
import { More } from "./more.tsx";
import { usePieces } from "./pieces.ts";
import type { Hit } from "./search-steps.ts";

const piece = 10;

interface HitsProps {
  hits: readonly Hit[];
  sentenceOf: (step: Hit["step"]) => string;
  now: number;
}

export function Hits({ hits, sentenceOf, now }: HitsProps) {
  const [shown, show] = useState(1);
  const pieces = usePieces(hits, piece);
  const rest = hits.length - shown * piece;
  return (
    <>
      <ul>
        {pieces.slice(0, shown).map((of) => (
          <HitPiece key={keyOf(of[0]!)} hits={of} sentenceOf={sentenceOf} now={now} />
        ))}
      </ul>
      {rest > 0 && <More says={t("steps.more", rest)} onMore={() => show(shown + 1)} />}
    </>
  );
}

const keyOf = ({ trajectory, n }: Hit): string => `${trajectory} ${n}`;

const HitPiece = memo(function HitPiece({ hits, sentenceOf, now }: HitsProps) {
  return (
    <>
      {hits.map((hit) => (
        <li key={keyOf(hit)} data-testid="hit">
          <button type="button" class="btn bare" onClick={() => look(hit.trajectory, hit.n)}>
            <span>{sentenceOf(hit.step)}</span>
            <span class="small quiet">{heading(momentWords(hit.at, now))}</span>
          </button>
        </li>
      ))}
    </>
  );
});
