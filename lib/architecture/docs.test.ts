import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { type KindName, kindNames, kinds } from "../../schemas/step.ts";
import { root } from "./tree.ts";

const pages = ["README.md", ...globSync("docs/**/*.md", { cwd: root })];
const read = (page: string): string => readFileSync(join(root, page), "utf8").replace(/\s+/g, " ");

test.each(pages)("%s links to what is there", (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#\s]+)/g)].map(([, link]) => link!);
  const missing = links.filter(
    (link) => !/^https?:/.test(link) && !existsSync(join(root, dirname(page), link)),
  );
  expect(missing).toEqual([]);
});

test.each(kindNames)("the data dictionary says of %s what the kind says of itself", (kind: KindName) => {
  const { title, what, leaves } = kinds[kind].about;
  const text = read("docs/data-dictionary.md");
  expect(text).toContain(`\`${kind}\` ${title} | "${what}"`);
  expect(text).toContain(`\`${kind}\`: "${leaves}"`);
  for (const measure of Object.keys(kinds[kind].stored)) expect(text).toContain(`\`${measure}\``);
});
