// Metrics say of a week only what twenty people at least have sent.
import { expect, test } from "vitest";
import { epochAfter, epochOf, startOf } from "../schemas/epoch.ts";
import { budget } from "../schemas/step-report-mechanism.ts";
import { tokensPerWeek } from "../schemas/tokens.ts";
import { createMetrics } from "./metrics.ts";
import { shipment, textOf, uploadText } from "./testing.ts";
import { collector } from "./testing-app.ts";

const monday = startOf("2026-W47");
const least = 20 * tokensPerWeek;

function counted() {
  let now = monday;
  const metrics = createMetrics(() => now);
  const many = (outcome: Parameters<typeof metrics.count>[0], times: number) => {
    for (let each = 0; each < times; each++) metrics.count(outcome);
  };
  const told = async (name: string) =>
    Number(new RegExp(`^tooltrail_collector_${name} (\\d+)$`, "m").exec((await metrics.expose()).text)?.[1]);
  return { many, told, next: () => (now = startOf(epochAfter(epochOf(now), 1))) };
}

test("nineteen people's week of shipments is not told, twenty people's is, and only whole multiples of it", async () => {
  const { many, told } = counted();
  many("stored", least - 1);
  expect(await told("stored_total")).toBe(0);
  many("stored", 1);
  expect(await told("stored_total")).toBe(least);
  many("stored", least - 1);
  expect(await told("stored_total")).toBe(least);
});

test("one person's many weeks are never told", async () => {
  const { many, told, next } = counted();
  for (let week = 0; week < 60; week++, next()) many("stored", tokensPerWeek);
  expect(await told("stored_total")).toBe(0);
  many("stored", least);
  next();
  many("stored", least);
  expect(await told("stored_total")).toBe(2 * least);
});

test("step reports count by the answers that a person gives in a week", async () => {
  const { many, told } = counted();
  many("reports", 20 * budget.reportsPerWeek - 1);
  expect(await told("reports_total")).toBe(0);
  many("reports", 1);
  expect(await told("reports_total")).toBe(20 * budget.reportsPerWeek);
});

test("refusals are told by their error from as many on, others not named", async () => {
  const { many, told } = counted();
  many("not-gzip", least);
  many("too-deep" as never, least - 1);
  expect(await told('refused_total{error="not-gzip"}')).toBe(least);
  expect(await told('refused_total{error="too-deep"}')).toBeNaN();
});

test("a collector's own address says the same", async () => {
  const { app, send } = collector();
  for (let each = 0; each < 25; each++) await send(uploadText(textOf(shipment())));
  expect(await (await app.request("/metrics")).text()).toContain("tooltrail_collector_stored_total 0\n");
});
