// The week's step reports: how many of the budget are used, and each true answer beside what leaves.
import type { QueuedStepReport } from "../../../schemas/step-report.ts";
import { weekStart } from "../../platform/clock.ts";
import { counted, t } from "../../platform/words.ts";
import { narrow, widest } from "../../policy/narrow.ts";
import { policyOf } from "../../policy/state.ts";
import { database } from "../database.ts";
import { aliasOf } from "../named-tools.ts";
import type { SectionProps } from "../options.tsx";
import { answerWords, questionWords, sentWords, stateWords } from "../single-answer-words.ts";
import { useLive } from "../use-live.ts";

/** A week holds at most the budget, and they expire as the steps do. */
async function read(): Promise<QueuedStepReport[]> {
  const reports = await database.stepReports.orderBy("madeAt").reverse().limit(200).toArray();
  return reports.sort((one, other) => leaving(other) - leaving(one));
}

/** When it left, or will at the earliest: what waits longest stands first, what left first last. */
const leaving = ({ sentAt, readyAt }: QueuedStepReport): number => sentAt ?? readyAt;

export function SingleAnswers({ facts }: SectionProps) {
  const reports = useLive(read, []);
  if (!reports) return null;
  const settings = { ...widest, tools: [], kinds: [], reviewHours: null };
  const { budgets } = narrow(settings, policyOf(facts.policy));
  const monday = weekStart(facts.now);
  const used = reports.filter(({ sentAt }) => sentAt !== undefined && sentAt >= monday).length;
  return (
    <section class="card stack" aria-labelledby="single-title" data-testid="single-answers">
      <h2 id="single-title">{t("single.title")}</h2>
      <p>
        <b class="num">{counted("single.used", budgets.reports, used)}</b>{" "}
        <span class="quiet">{t("single.lead")}</span>
      </p>
      {reports.length === 0 ? (
        <p class="quiet">{t("single.empty")}</p>
      ) : (
        <>
          <table class="fold single">
            <caption>{t("single.beside")}</caption>
            <thead>
              <tr>
                <th>{t("single.question")}</th>
                <th>{t("single.truth")}</th>
                <th>{t("single.sent")}</th>
                <th>{t("shipped.state")}</th>
              </tr>
            </thead>
            <tbody>
              {reports.map((one) => (
                <Row key={one.id} one={one} facts={facts} />
              ))}
            </tbody>
          </table>
          <p class="small quiet">{t("single.different")}</p>
        </>
      )}
    </section>
  );
}

function Row({ one, facts }: SectionProps & { one: QueuedStepReport }) {
  const { report, truth, row } = one;
  const { question, answer, step } = report;
  const where = t("moment", aliasOf(facts.tools, row), t(`kind.${step.kind}.title`));
  return (
    <tr data-testid="single-answer">
      <td data-l={t("single.question")}>
        <span>
          {questionWords(question)} <span class="quiet small">{where}</span>
        </span>
      </td>
      <td data-l={t("single.truth")}>
        <span>{truth === undefined ? t("single.deleted") : answerWords(question, truth)}</span>
      </td>
      <td data-l={t("single.sent")}>
        <span>{sentWords(question, answer)}</span>
      </td>
      <td data-l={t("shipped.state")}>
        <span>{stateWords(one, facts.now)}</span>
      </td>
    </tr>
  );
}
