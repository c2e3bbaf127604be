import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { notAttacked, notAttackedHere, rulesDigest } from "./attacked.ts";

const root = join(import.meta.dirname, "../..");
const now = { format: "tooltrail/1", rules: "abc" };
const green = {
  bench: "reid",
  pass: true,
  problems: [],
  bounds: [{ name: "EER", holds: true }],
  versions: now,
};

test("a whole attack on these rules that found nothing opens the way", () => {
  expect(notAttacked(green, now)).toBeNull();
});

test.each<[string, unknown, RegExp]>([
  ["was not made", null, /not made/],
  ["is of another bench", { ...green, bench: "soak" }, /not made/],
  ["has no bounds", { ...green, bounds: [] }, /not made/],
  ["does not say on what", { ...green, versions: {} }, /not made/],
  ["was not whole", { ...green, problems: ["This was not the whole bench"] }, /not the whole bench/],
  ["failed", { ...green, pass: false }, /found something/],
  [
    "says that it passed with a bound that does not hold",
    { ...green, bounds: [{ name: "EER at 20", holds: false }] },
    /EER at 20/,
  ],
  ["is of another format", { ...green, versions: { ...now, format: "tooltrail/2" } }, /tooltrail\/2/],
  ["is of other rules", { ...green, versions: { ...now, rules: "abd" } }, /other rules/],
])("an attack that %s leaves it shut", (_, results, why) => {
  expect(notAttacked(results, now)).toMatch(why);
});

test("a rule that is changed, added or left out is another version of the rules; a test is none", () => {
  const copy = mkdtempSync(join(tmpdir(), "tooltrail-rules-"));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  for (const part of ["lib/anonymize", "lib/recorders", "lib/shipping", "lib/trajectory", "schemas"])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  const rules = rulesDigest(root);
  expect(rulesDigest(copy)).toBe(rules);
  writeFileSync(join(copy, "lib/anonymize/some.test.ts"), "");
  writeFileSync(join(copy, "lib/recorders/click/recorder.ts"), "");
  expect(rulesDigest(copy)).toBe(rules);
  for (const file of [
    "lib/anonymize/cut.ts",
    "lib/anonymize/new.ts",
    "lib/recorders/click/schema.ts",
    "schemas/target.ts",
  ]) {
    const before = rulesDigest(copy);
    writeFileSync(join(copy, file), "// changed");
    expect(rulesDigest(copy), file).not.toBe(before);
  }
  mkdirSync(join(copy, "bench/results"), { recursive: true });
  const write = (digest: string) =>
    writeFileSync(
      join(copy, "bench/results/reid.json"),
      JSON.stringify({ ...green, versions: { ...now, rules: digest } }),
    );
  write(rules);
  expect(notAttackedHere(copy, "tooltrail/1")).toMatch(/other rules/);
  write(rulesDigest(copy));
  expect(notAttackedHere(copy, "tooltrail/1")).toBeNull();
});
