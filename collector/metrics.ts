// How the collector does, for its operator. Counts only, and none that could single out a person.
import { Counter, Registry } from "prom-client";
import { epochOf } from "../schemas/epoch.ts";
import type { Refusal } from "../schemas/shipment.ts";
import { budget } from "../schemas/step-report-mechanism.ts";
import { tokensPerWeek } from "../schemas/tokens.ts";

/**
 * Twenty people, counted as the privacy model counts those who cannot be told apart (P13 and section 3): nobody sends
 * more of these in a week than there are tokens, or answers.
 */
const people = 20;
const leastShipments = people * tokensPerWeek;
const leastReports = people * budget.reportsPerWeek;

type Outcome = "stored" | "repeated" | "reports" | "erasures" | Refusal["error"];

export interface Metrics {
  count(outcome: Outcome): void;
  /** The exposition text and its content type. */
  expose(): Promise<{ text: string; type: string }>;
}

/** What was counted in the week that lasts, and what was told of those before it. */
interface Counted {
  week: string;
  exact: number;
  before: number;
}

/** Counters since the collector started, in a registry of their own: no process metrics, no timings. */
export function createMetrics(now: () => number): Metrics {
  const registry = new Registry();
  const counts = new Map<Outcome, Counted>();
  const leastOf = (outcome: Outcome) => (outcome === "reports" ? leastReports : leastShipments);
  const told = (outcome: Outcome): number => {
    const { exact, before } = counts.get(outcome) ?? { exact: 0, before: 0 };
    const least = leastOf(outcome);
    return before + Math.floor(exact / least) * least;
  };
  const count = (outcome: Outcome) => {
    const week = epochOf(now());
    const counted = counts.get(outcome);
    // What is left of a week is never told: a person's weeks are no twenty people.
    if (counted?.week === week) counted.exact++;
    else counts.set(outcome, { week, exact: 1, before: told(outcome) });
  };
  const counter = (name: string, help: string, outcome: Outcome) =>
    new Counter({
      name,
      help: `${help}, of each week whole multiples of ${leastOf(outcome)}.`,
      registers: [registry],
      collect() {
        this.reset();
        this.inc(told(outcome));
      },
    });
  counter("tooltrail_collector_stored_total", "Shipments stored", "stored");
  counter("tooltrail_collector_repeated_total", "Shipments that were known already", "repeated");
  counter(
    "tooltrail_collector_erasures_total",
    "Requests to erase, whether or not there was anything",
    "erasures",
  );
  counter("tooltrail_collector_reports_total", "Step reports taken", "reports");
  const others: ReadonlySet<Outcome> = new Set(["stored", "repeated", "reports", "erasures"]);
  new Counter({
    name: "tooltrail_collector_refused_total",
    help: `Requests refused, by error, of each week whole multiples of ${leastShipments}.`,
    labelNames: ["error"],
    registers: [registry],
    collect() {
      this.reset();
      for (const error of counts.keys()) {
        if (!others.has(error) && told(error) > 0) this.inc({ error }, told(error));
      }
    },
  });
  return {
    count,
    expose: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  };
}
