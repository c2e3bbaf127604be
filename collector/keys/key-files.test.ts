import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../testing.ts";
import { fileNames, readCollectorKeys, readDatasetKey, readIssuerKeys } from "./key-files.ts";
import { makeKeys } from "./make-keys.ts";

function made() {
  const out = join(temporaryFolder(onTestFinished), "keys");
  makeKeys({ out, weeks: 1, issuer: "issuer.example", origin: "collector.example" });
  return { collector: join(out, "collector"), issuer: join(out, "issuer"), dataset: join(out, "dataset") };
}

test("each folder is read by its service, and the halves belong together", () => {
  const { collector, issuer, dataset } = made();
  const keys = readCollectorKeys(collector);
  expect(Buffer.from(readDatasetKey(join(dataset, fileNames.datasetSecret)).raw)).toEqual(keys.datasetKey);
  expect([...readIssuerKeys(issuer).keys()]).toEqual(keys.tokens.keys.map(({ epoch }) => epoch));
});

test("a collector that was given the dataset key does not start", () => {
  const { collector, dataset } = made();
  cpSync(join(dataset, fileNames.datasetSecret), join(collector, fileNames.datasetSecret));
  expect(() => readCollectorKeys(collector)).toThrow(/holds the dataset key/);
});

test("what is wrong with a file is said without what it holds", () => {
  const { collector } = made();
  const file = join(collector, fileNames.gateway);
  const secret = "c2VjcmV0LXRoYXQtbXVzdC1ub3QtYmUtc2hvd24";
  for (const text of [
    `{"format":"tooltrail-gateway-keys/1","keys":[{"id":1,"secret":"${secret}!"}]}`,
    `{"${secret}`,
  ]) {
    writeFileSync(file, text);
    expect(() => readCollectorKeys(collector)).toThrow(file);
    expect(() => readCollectorKeys(collector)).not.toThrow(secret);
  }
  expect(() => readIssuerKeys(collector)).toThrow(/ENOENT/);
});
