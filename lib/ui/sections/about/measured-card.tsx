// What was measured, and nothing else: scripts/performance.ts writes the figures from the benches' results.
import { keyed, numberWords, t } from "../../../platform/words.ts";
import figures from "../../measured.json";
import { Fact } from "./fact.tsx";

const costs = [
  "click-script-ms",
  "click-paint-ms",
  "hour-cpu-s",
  "injected-kb",
  "step-bytes",
  "day-kb",
] as const;
const attacks = ["typing", "pointing", "work"] as const;

interface Figures {
  chromium: string;
  quick: boolean;
  cost: Partial<Record<(typeof costs)[number], number>>;
  /** By what was attacked: how often the best attacker was right, among so many people. */
  privacy: Partial<Record<(typeof attacks)[number], { people: number; recorded: number; shipped: number }>>;
}
const { chromium, quick, cost, privacy }: Figures = figures;

/** Two digits say as much as the benches do from one run to the next. */
const rounded = (figure: number): string => numberWords(Number(figure.toPrecision(2)));
const percent = (share: number): string => t("measured.percent", rounded(share * 100));

export const Measured = () => (
  <section class="card stack" aria-labelledby="measured">
    <h2 id="measured">{t("measured.title")}</h2>
    <Attacks />
    <dl class="facts wide">
      {costs.map((name) => {
        const figure = cost[name];
        if (figure === undefined) return null;
        return (
          <Fact
            key={name}
            name={t(`cost.${keyed(name)}`)}
            value={t(`unit.${keyed(name)}`, rounded(figure))}
          />
        );
      })}
    </dl>
    <p class="small quiet">{t(quick ? "measured.howQuick" : "measured.how", chromium)}</p>
  </section>
);

function Attacks() {
  const known = attacks.flatMap((name) => {
    const found = privacy[name];
    return found ? [{ name, ...found }] : [];
  });
  if (known.length === 0) return <p class="quiet">{t("measured.noAttack")}</p>;
  return (
    <table class="fold bars">
      <caption>{t("measured.attacks")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("measured.by")}</th>
          <th scope="col">{t("measured.recorded")}</th>
          <th scope="col">{t("measured.shipped")}</th>
          <th scope="col">{t("measured.chance")}</th>
        </tr>
      </thead>
      <tbody>
        {known.map(({ name, people, recorded, shipped }) => (
          <tr key={name}>
            <th scope="row">{t(`attack.${name}`, people)}</th>
            <td data-l={t("measured.recorded")}>
              <Share of={recorded} lane="" />
            </td>
            <td data-l={t("measured.shipped")}>
              <Share of={shipped} lane="leaves" />
            </td>
            <td data-l={t("measured.chance")}>{percent(1 / people)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A bar and its number. Only presentation attributes: the pages allow no inline style. */
const Share = ({ of, lane }: { of: number; lane: "" | "leaves" }) => (
  <span class="share">
    <svg class={lane} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width={Math.max(0.5, of * 100)} height="10" stroke="none" />
    </svg>
    {percent(of)}
  </span>
);
