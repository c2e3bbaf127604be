import { appendFile, cp } from "node:fs/promises";
import { join } from "node:path";
import { aboutOf, switchNames } from "../schemas/step.ts";
import { findCanaries } from "./canary.ts";
import { expect, test, testBuild } from "./fixtures.ts";
import { plantEverywhere } from "./planted-everywhere.ts";
import { found, sorts, sweep } from "./sweep.ts";
import { goesPlaces, worksEverywhere } from "./works-on-islands.ts";

const rounds = process.env.TOOLTRAIL_LONG ? 5 : 1;
const everyKind = switchNames.map((name) => aboutOf(name).title);

/** Meets canaries everywhere, with every kind and the outlines switched on. */
async function meetsEverywhere(folder: string, build: string) {
  const planted = plantEverywhere();
  const canaries = [...planted.canaries];
  const swept = await sweep({
    folder,
    build,
    kinds: everyKind,
    pages: planted.pages,
    async works({ person, tool, url }) {
      await person.context.grantPermissions(["clipboard-read", "clipboard-write"]);
      for (let round = 0; round < rounds; round++) {
        await tool.goto(`${url}${planted.path}`);
        canaries.push(...(await worksEverywhere(tool, { folder })));
        await goesPlaces(tool);
      }
      await tool.goto("about:blank");
      await expect.poll(async () => (await person.steps()).length).toBeGreaterThan(40);
    },
  });
  return { ...swept, canaries };
}

test("no string of a page, and nothing that was brought into it, is anywhere", async ({ folder }) => {
  test.setTimeout(120_000 + rounds * 60_000);
  const { canaries, places, control, steps } = await meetsEverywhere(folder, testBuild);
  console.log(
    [...new Set(steps.map((s) => s.kind))],
    steps.length,
    canaries.length,
    places.reduce((n, p) => n + p.bytes.length, 0),
  );
  expect(canaries.length).toBeGreaterThan(300);
  for (const sort of sorts)
    expect(
      places.some(({ name }) => name.startsWith(sort)),
      sort,
    ).toBe(true);
  expect(findCanaries(canaries, places)).toEqual([]);
  expect(found([control], places)).toEqual(new Set(["rows", "export", "profile"]));
});
