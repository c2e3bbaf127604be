import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { canonicalText } from "../../../schemas/canonical.ts";
import { drawnTimingSchema, timingModelSchema } from "../../../schemas/dataset-timing.ts";
import { fileNames, readCollectorKeys } from "../../keys/key-files.ts";
import { makeKeys } from "../../keys/make-keys.ts";
import { openLedger } from "../../ledger/ledger.ts";
import { openSqliteStore } from "../../sqlite-store.ts";
import { storeSealer } from "../../stored-form.ts";
import { arrivalOf, shipment, temporaryFolder, textOf } from "../../testing.ts";

const report = {
  format: "tooltrail-report/1",
  week: "2026-W47",
  tool: { tool: null, vocabulary: null },
  step: { kind: "choose", route: null, name: null },
  question: "duration",
  answer: 5,
};

test("the command draws timing for every trajectory, the same for the same seed", () => {
  const folder = temporaryFolder(onTestFinished);
  const [from, out, file] = [join(folder, "c.sqlite"), join(folder, "out"), join(folder, "reports.jsonl")];
  const store = openSqliteStore({ file: from });
  const shipments = [shipment(), shipment()];
  for (const one of shipments) void store.append(arrivalOf(one));
  // What waits is stored when the store closes.
  void store.close();
  const lines = [
    ...Array.from({ length: 25 }, () => report),
    { ...report, who: 1 },
    { ...report, answer: 99 },
  ];
  writeFileSync(file, `${lines.map((line) => JSON.stringify(line)).join("\n")}\nno report\n`);
  const build = (...more: string[]) => {
    const main = join(import.meta.dirname, "..", "main.ts");
    const args = [main, "build", "--from", from, "--out", out, ...more];
    execFileSync(process.execPath, args, { stdio: "pipe" });
    return existsSync(join(out, "timing.jsonl")) ? readFileSync(join(out, "timing.jsonl"), "utf8") : null;
  };
  const text = build("--reports", file, "--seed", "4")!;
  const rows = text
    .trim()
    .split("\n")
    .map((line) => drawnTimingSchema.parse(JSON.parse(line)));
  expect(rows.map(({ trajectory }) => trajectory).toSorted()).toEqual(
    shipments.map(({ id }) => id).toSorted(),
  );
  expect(rows[0]!.steps[0]!.duration).toMatchObject({ timing: "population" });
  const model = timingModelSchema.parse(JSON.parse(readFileSync(join(out, "timing-model.json"), "utf8")));
  expect(model.pools).toMatchObject([{ measure: "duration", of: {}, answers: 25, few: true }]);
  const card = JSON.parse(readFileSync(join(out, "data-card.json"), "utf8"));
  expect(card.inputs.stepReports).toMatchObject({ count: 25, rejected: 3, seed: 4 });
  expect(Object.keys(card.outputs)).toContain("timing.jsonl");
  expect(build("--reports", file, "--seed", "4")).toBe(text);
  expect(build("--reports", file, "--seed", "5")).not.toBe(text);
  expect(build()).toBeNull();
});

test("without a file the collected step reports are taken, opened with the dataset key", async () => {
  const folder = temporaryFolder(onTestFinished);
  const [from, out, keys] = [join(folder, "c.sqlite"), join(folder, "out"), join(folder, "keys")];
  makeKeys({ out: keys, weeks: 1, issuer: "issuer.example", origin: "collector.example" });
  const { datasetKey } = readCollectorKeys(join(keys, "collector"));
  const seal = storeSealer(datasetKey);
  const store = openSqliteStore({ file: from, form: "sealed" });
  const sealed = (named: { id: string; week: string }, text: string) =>
    seal({ ...named, bytes: Buffer.from(text) });
  const waiting = Array.from({ length: 25 }, () => {
    const nullifier = randomBytes(32);
    const named = { id: nullifier.toString("base64url"), week: report.week };
    const bytes = sealed(named, canonicalText(report));
    return store.appendReport({ week: report.week, bytes, token: { nullifier, epoch: report.week } });
  });
  const sent = shipment();
  waiting.push(store.append({ ...arrivalOf(sent), bytes: sealed(sent, textOf(sent)) }) as never);
  await Promise.all(waiting);
  await store.close();
  openLedger(from).close();
  const main = join(import.meta.dirname, "..", "main.ts");
  const opened = ["--key", join(keys, "dataset", fileNames.datasetSecret), "--who", "Ann", "--why", "test"];
  execFileSync(process.execPath, [main, "build", "--from", from, "--out", out, ...opened], { stdio: "pipe" });
  const card = JSON.parse(readFileSync(join(out, "data-card.json"), "utf8"));
  expect(card.inputs.stepReports).toMatchObject({ count: 25, rejected: 0, seed: 1 });
  expect(existsSync(join(out, "timing.jsonl"))).toBe(true);
});
