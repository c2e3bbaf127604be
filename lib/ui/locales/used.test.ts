import { expect, test } from "vitest";
import { answerSchema } from "../../../schemas/consent.ts";
import { droppedSchema } from "../../../schemas/dropped.ts";
import { roles } from "../../../schemas/roles.ts";
import { effectSchema, shippedKindNames, switchNames } from "../../../schemas/step.ts";
import { stateSchema } from "../../../schemas/target.ts";
import { isTest, sources } from "../../architecture/tree.ts";
import { keyed } from "../../platform/words.ts";
import { commandSchema } from "../../recorders/shortcut/schema.ts";
import { readMessages } from "./read-messages.ts";
import { readSource } from "./read-sources.ts";

const keys = [...(await readMessages("en")).keys()];
const files = sources.filter((path) => /^(lib|entrypoints)\//.test(path) && !isTest(path));
const written = [...files, "wxt.config.ts", "scripts/build/manifest.ts"].flatMap(readSource);

/** Texts that can only be keys: the first argument of a look-up, a key with a dot, or the manifest's form of one. */
const named = written.flatMap(({ text, call }) => {
  if (text.startsWith("__MSG_")) return [text.slice("__MSG_".length, -"__".length)];
  if (call === "t" || call === "counted" || call === "look") return [text];
  return /^[a-z]+(\.([a-zA-Z]+|\0)+)+$/.test(text) && keys.some((key) => patternOf(text).test(key))
    ? [text]
    : [];
});

function patternOf(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(".", "\\.").replaceAll("\0", "[a-zA-Z_]+")}$`);
}

test("every message is used", () => {
  const patterns = [...new Set(named)].map(patternOf);
  expect(keys.filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
});

test("every message that is used is there", () => {
  const used = [...new Set(named)].filter((text) => !text.startsWith("@@"));
  expect(used.length).toBeGreaterThan(200);
  expect(used.filter((text) => !keys.some((key) => patternOf(text).test(key)))).toEqual([]);
});

const without = <T>(words: readonly T[], ...out: T[]): T[] => words.filter((word) => !out.includes(word));
test.each<[string, readonly string[]]>([
  ["answer", answerSchema.options],
  ["drop", droppedSchema.options],
  ["role", ["part", ...without(roles, "generic", "none", "presentation")]],
  ["effect", without(effectSchema.options, "nothing")],
  ["state", stateSchema.options],
  ["command", commandSchema.options],
  ["kind", switchNames],
])("the words of %s are those of its list, and no more", (group, words) => {
  const there = keys.filter((key) => key.startsWith(`${group}.`)).map((key) => key.split(".")[1]!);
  expect([...new Set(there)].sort()).toEqual(words.map(keyed).sort());
});

test("every kind that leaves has a word for it", () => {
  for (const kind of shippedKindNames) expect(keys).toContain(`left.${kind}`);
});
