import type { Policy } from "../../../../schemas/policy.ts";
import { t } from "../../../platform/words.ts";
import { policyOf } from "../../../policy/state.ts";
import { PolicyProblems } from "../../policy-problems.tsx";
import type { Facts } from "../../recording-state.ts";
import { momentWords } from "../../time-words.ts";
import { policyRows } from "./policy-rows.ts";

/** The company's policy in force, word by word, and what it narrows. */
export function PolicyCard({ facts }: { facts: Pick<Facts, "policy" | "tools" | "now"> }) {
  const { policy: state, tools, now } = facts;
  const policy = policyOf(state);
  const listed = tools.filter(({ removedAt }) => removedAt === undefined);
  return (
    <section class="card flush" aria-labelledby="policy">
      <header>
        <h2 id="policy">{t("policy.title")}</h2>
        {(state.is === "in-force" || state.is === "stopped") && (
          <span class="small quiet">{t("policy.since", momentWords(state.since, now))}</span>
        )}
      </header>
      {state.is === "none" && <p class="pad quiet">{t("policy.none")}</p>}
      {state.is === "waiting" && <p class="pad quiet">{t("policy.waiting")}</p>}
      {state.is === "refused" && (
        <div class="pad stack tight">
          <p>{t(policy ? "policy.refusedLast" : "policy.refusedNone", momentWords(state.at, now))}</p>
          <PolicyProblems why={state.why} />
        </div>
      )}
      {policy && <Rules policy={policy} rows={policyRows(policy, listed)} />}
      <p class="pad small quiet rule">{t("policy.onlyNarrows")}</p>
    </section>
  );
}

const Rules = ({ policy, rows }: { policy: Policy; rows: ReturnType<typeof policyRows> }) => (
  <>
    {rows.length > 0 ? (
      <table class="fold policy">
        <thead>
          <tr>
            <th scope="col">{t("policy.rule")}</th>
            <th scope="col">{t("policy.words")}</th>
            <th scope="col">{t("policy.narrows")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ rule, says, narrows }) => (
            <tr key={`${rule} ${says}`}>
              <th scope="row">{rule}</th>
              <td data-l={t("policy.words")}>{says}</td>
              <td data-l={t("policy.narrows")}>{narrows}</td>
            </tr>
          ))}
        </tbody>
      </table>
    ) : (
      <p class="pad quiet">{t("policy.noRule")}</p>
    )}
    <details class="pad">
      <summary>{t("policy.file")}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <pre class="code sheet" tabIndex={0}>
        {JSON.stringify(policy, null, 2)}
      </pre>
    </details>
  </>
);
