// What the attackers found, for a reader.
import type { Attacked } from "./attack/attack.ts";

export function printHead(): void {
  console.log(
    `${"".padEnd(24)}${"linked".padStart(7)}${"rank-1".padStart(9)}${"x chance".padStart(9)}${"p(2x)".padStart(8)}${"EER".padStart(8)}  by`,
  );
}

export function printAttacked(name: string, { people, outcomes, telling }: Attacked, tells = 0): void {
  for (const { linked, rank1, rank1By, eer, eerBy, p } of outcomes) {
    const cells = [
      rank1.toFixed(4).padStart(9),
      (rank1 * people).toFixed(1).padStart(9),
      p.toFixed(3).padStart(8),
    ];
    const by = rank1By === eerBy ? rank1By : `${rank1By}, ${eerBy}`;
    console.log(
      `${name.padEnd(24)}${String(linked).padStart(7)}${cells.join("")}${eer.toFixed(3).padStart(8)}  ${by}`,
    );
  }
  for (const measure of telling.slice(0, tells)) console.log(`${"".padEnd(33)}${measure}`);
}

/** By name, for the line of JSON. */
export const figuresOf = (name: string, { outcomes }: Attacked): Record<string, number> =>
  Object.fromEntries(
    outcomes.flatMap(({ linked, rank1, eer }) => [
      [`${name}-rank1-${linked}`, rank1],
      [`${name}-eer-${linked}`, eer],
    ]),
  );
