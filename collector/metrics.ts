// How the collector does, for its operator. Counts only, and none that could single out a person.
import { Counter, Registry } from "prom-client";
import type { Refusal } from "../schemas/shipment.ts";

/** Counts are told in whole multiples of this (privacy model, P13): below it, nothing. */
const least = 20;

type Outcome = "stored" | "repeated" | "reports" | "erasures" | Refusal["error"];

export interface Metrics {
  count(outcome: Outcome): void;
  /** The exposition text and its content type. */
  expose(): Promise<{ text: string; type: string }>;
}

const told = (exact: number): number => Math.floor(exact / least) * least;

/** Counters since the collector started, in a registry of their own: no process metrics, no timings. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const exact = new Map<Outcome, number>();
  const counter = (name: string, help: string, outcome: Outcome) =>
    new Counter({
      name,
      help: `${help}, rounded down to a multiple of ${least}.`,
      registers: [registry],
      collect() {
        this.reset();
        this.inc(told(exact.get(outcome) ?? 0));
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
    help: `Requests refused, by error, rounded down to a multiple of ${least}.`,
    labelNames: ["error"],
    registers: [registry],
    collect() {
      this.reset();
      for (const [error, count] of exact) {
        if (!others.has(error) && told(count) > 0) this.inc({ error }, told(count));
      }
    },
  });
  return {
    count: (outcome) => void exact.set(outcome, (exact.get(outcome) ?? 0) + 1),
    expose: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  };
}
