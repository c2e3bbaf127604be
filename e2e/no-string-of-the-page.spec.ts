import { appendFile, cp } from "node:fs/promises";
import { join } from "node:path";
import nodeRed from "../examples/node-red/vocabulary.json" with { type: "json" };
import { aboutOf, switchNames } from "../schemas/step.ts";
import { vocabularySchema } from "../schemas/vocabulary.ts";
import { findCanaries, type Place } from "./canary.ts";
import { Desk } from "./desk.ts";
import { expect, test, testBuild } from "./fixtures.ts";
import { isHeard } from "./is-heard.ts";
import { namedIn } from "./named-in.ts";
import { vocabularyLabel } from "./node-red-editor.ts";
import { plantEverywhere } from "./planted-everywhere.ts";
import { startSite } from "./site.ts";
import { found, type Sweeping, sorts, sweep } from "./sweep.ts";
import { goesPlaces, worksEverywhere } from "./works-on-islands.ts";

const rounds = process.env.TOOLTRAIL_LONG ? 5 : 1;
const everyKind = switchNames.map((name) => aboutOf(name).title);

interface Meeting extends Pick<Sweeping, "folder" | "build" | "vocabulary"> {
  /** Strings that the vocabulary holds: among the page's, and among those typed. */
  planted?: () => string | undefined;
  typed?: () => string;
}

/** Meets canaries everywhere, with every kind and the outlines switched on. */
async function meetsEverywhere({ planted: published, typed, ...sweeping }: Meeting) {
  const planted = plantEverywhere(published);
  const canaries = [...planted.canaries];
  const swept = await sweep({
    ...sweeping,
    kinds: everyKind,
    pages: planted.pages,
    async works({ person, tool, url }) {
      await person.context.grantPermissions(["clipboard-read", "clipboard-write"]);
      for (let round = 0; round < rounds; round++) {
        await tool.goto(`${url}${planted.path}`);
        await isHeard(tool, person);
        const brought = await worksEverywhere(tool, {
          folder: sweeping.folder,
          ...(typed && { word: typed }),
        });
        if (!typed) canaries.push(...brought);
        canaries.push(await goesPlaces(tool, person));
      }
      await tool.goto("about:blank");
      await expect.poll(async () => (await person.steps()).length).toBeGreaterThan(40);
    },
  });
  return { ...swept, canaries, kinds: new Set(swept.steps.map(({ kind }) => kind)) };
}

const outlinesOf = (places: readonly Place[]): unknown[] => {
  const rows = places.find(({ name }) => name === "rows outlines")?.bytes.toString() ?? "";
  return rows
    .split("\n")
    .filter(Boolean)
    .map((row) => JSON.parse((JSON.parse(row) as { nodes: string }).nodes));
};

/** Whether a file of the profile shows it depends on whether the browser compressed that block. */
const seen = (words: readonly string[], places: readonly Place[]): Set<string> =>
  new Set([...found(words, places)].filter((sort) => sort !== "profile"));

test("no string of a page, and nothing that was brought into it, is anywhere", async ({ folder }) => {
  test.setTimeout(120_000 + rounds * 60_000);
  const { canaries, places, control, steps, shipment, kinds } = await meetsEverywhere({
    folder,
    build: testBuild,
  });
  // Playwright takes most tabs for the one in front: switches have a test of their own below.
  kinds.delete("switch");
  expect(kinds).toEqual(new Set(switchNames.filter((name) => name !== "outlines" && name !== "switch")));
  expect(steps.length).toBeGreaterThan(60);
  expect(outlinesOf(places).length).toBeGreaterThan(3);
  expect(canaries.length).toBeGreaterThan(380);
  for (const sort of sorts)
    expect(
      places.some(({ name }) => name.startsWith(sort)),
      sort,
    ).toBe(true);
  expect(findCanaries(canaries, places)).toEqual([]);
  // The search sees what is there: the tool's own name, which stays here, and the id of what was shipped.
  expect(seen([control], places)).toEqual(new Set(["rows", "export"]));
  expect(seen([shipment], places)).toEqual(new Set(["rows", "export", "request", "collector", "dataset"]));
});

test("the same search catches a build that keeps strings of the page", async ({ folder }) => {
  test.setTimeout(160_000);
  const build = join(folder, "leaky");
  await cp(testBuild, build, { recursive: true });
  const leak = `;addEventListener("click", (event) => {
    const [element] = event.composedPath();
    const strings = [document.title, location.href, element.id, element.title, element.textContent].map(String);
    chrome.storage.local.set({ ["leak" + Math.random()]: strings.map((text) => btoa(unescape(encodeURIComponent(text)))) });
    console.info(strings.join().toUpperCase());
  }, true);`;
  await appendFile(join(build, "content-scripts", "content.js"), leak);
  const { canaries, places } = await meetsEverywhere({ folder, build });
  const hits = findCanaries(canaries, places);
  expect(new Set(hits.map(({ place }) => place.split(" ")[0]))).toEqual(
    new Set(["rows", "profile", "console"]),
  );
  expect(new Set(hits.map(({ form }) => form))).toEqual(new Set(["base64", "upper case"]));
  expect(new Set(hits.map(({ canary }) => canary)).size).toBeGreaterThan(30);
});

test("with a vocabulary only what it publishes and the page says is named, never what was typed", async ({
  folder,
}) => {
  test.setTimeout(160_000);
  // Every other entry is on the page; the others are typed into it, letter by letter as they are published.
  const half = <T>(entries: readonly T[], from: 0 | 1) => entries.filter((_, at) => at % 2 === from);
  const terms = nodeRed.terms.map(({ en }) => en);
  // An attribute on the page may be called by any entry: those are not typed.
  const { attributes } = vocabularySchema.parse(nodeRed);
  const called = new Set(half(attributes, 0).map(({ term }) => term));
  const onPage = [...half(terms, 0), ...half(attributes, 0).map(({ value }) => value)];
  const neverNamed = half(terms, 1).filter((_, at) => !called.has(2 * at + 1));
  let given = 0;
  const planted = () => (++given % 3 === 0 ? onPage[(given * 7) % onPage.length] : undefined);
  let written = 0;
  const typed = () => neverNamed[(written++ * 5) % neverNamed.length]!;
  const { canaries, places, steps } = await meetsEverywhere({
    folder,
    build: testBuild,
    vocabulary: vocabularyLabel,
    planted,
    typed,
  });
  expect(canaries.length).toBeGreaterThan(200);
  expect(findCanaries(canaries, places)).toEqual([]);
  const named = namedIn(steps, outlinesOf(places));
  const odd = (indices: Set<number>) => [...indices].filter((index) => index % 2 === 1);
  const notCalled = odd(named.terms).filter((index) => !called.has(index));
  expect(notCalled.map((index) => terms[index])).toEqual([]);
  expect(odd(named.attributes).map((index) => nodeRed.attributes[index])).toEqual([]);
  expect(named.terms.size).toBeGreaterThan(5);
  expect(named.attributes.size).toBeGreaterThan(1);
  expect([...named.elements, ...named.routes]).toEqual([]);
});

test("nor is anything of the tabs that a person switches to and from", async () => {
  const planted = plantEverywhere();
  const site = await startSite(planted.pages);
  const other = await startSite(planted.pages);
  const desk = await Desk.start("chromium");
  try {
    await desk.agrees(everyKind);
    await desk.adds(site.url, "Board");
    const board = await desk.opens(site.url + planted.path);
    const elsewhere = await desk.opens(other.url + planted.path);
    for (const page of [board, elsewhere, board, elsewhere, board]) await page.bringToFront();
    const switches = async () =>
      (await desk.open()).filter(({ kind }) => kind === "switch").map(({ to }) => to);
    await expect.poll(switches).toEqual(expect.arrayContaining(["tool", "elsewhere"]));
    await board.mouse.click(5, 5);
    await desk.finishes();
    const tables = ["chunks", "openSteps", "trajectories", "outlines", "frames", "settings", "shipments"];
    const rows = await Promise.all(tables.map((table) => desk.rows(table)));
    const places = [{ name: "rows", bytes: Buffer.from(JSON.stringify(rows)) }];
    expect(findCanaries(planted.canaries, places)).toEqual([]);
    expect(rows.flat().length).toBeGreaterThan(3);
  } finally {
    await desk.close();
    await site.close();
    await other.close();
  }
});
