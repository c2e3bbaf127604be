import { expect, test } from "vitest";
import type { Vocabulary } from "../../../../schemas/vocabulary.ts";
import { publishedGroups, publishedRows, searched } from "./published-rows.ts";

const vocabulary: Vocabulary = {
  format: "tooltrail-vocabulary/1",
  tool: "AAAAAAAAAAAAAAAAAAAAAA",
  version: 1,
  title: "Flows",
  routes: ["/", "/flow/:id"],
  terms: [{ en: "Deploy", de: "Übernehmen" }, { fr: "Annuler" }],
  attributes: [
    { name: "id", value: "deploy", term: 0 },
    { name: "class", value: "node" },
  ],
  elements: ["flow-node"],
  tasks: [{ sentence: "Deploy a flow" }],
};
const rows = publishedRows(vocabulary, ["de-CH"]);

test("every string is a row, in the person's language", () => {
  expect(rows.map(({ text }) => text)).toEqual([
    "/",
    "/flow/:id",
    "Übernehmen",
    "Annuler",
    'id="deploy"',
    ".node",
    "<flow-node>",
    "Deploy a flow",
  ]);
  expect(rows.filter(({ lang }) => lang).map(({ lang }) => lang)).toEqual(["de", "fr"]);
  expect(rows[4]!.says).toBe("Übernehmen");
  expect(publishedGroups.every((group) => rows.some((row) => row.group === group))).toBe(true);
});

test("a search finds in any language, whatever the case, within a group", () => {
  const texts = (text: string, group?: (typeof publishedGroups)[number]) =>
    searched(rows, { text, group }).map((row) => row.text);
  expect(texts("deploy")).toEqual(["Übernehmen", 'id="deploy"', "Deploy a flow"]);
  expect(texts(" ÜBER ")).toEqual(["Übernehmen", 'id="deploy"']);
  expect(texts("deploy", "tasks")).toEqual(["Deploy a flow"]);
  expect(texts("", "routes")).toEqual(["/", "/flow/:id"]);
  expect(texts("nowhere")).toEqual([]);
});
