import { appendFile, cp } from "node:fs/promises";
import { join } from "node:path";
import { findCanaries, randomWord } from "./canary.ts";
import { expect, test, testBuild } from "./fixtures.ts";
import { isHeard } from "./is-heard.ts";
import { plant } from "./planted.ts";
import { found, sorts, sweep } from "./sweep.ts";
import { typesEverywhere, typesSecrets, typesShownPassword } from "./types-everywhere.ts";

const rounds = process.env.TOOLTRAIL_LONG ? 6 : 1;

/** Types and meets canaries everywhere. */
async function typesAndMeets(folder: string, build: string) {
  const planted = plant();
  const canaries = [...planted.canaries];
  const swept = await sweep({
    folder,
    build,
    pages: planted.pages,
    async works({ person, tool, url }) {
      for (let round = 0; round < rounds; round++) {
        await tool.goto(url);
        await isHeard(tool, person);
        canaries.push(...(await typesEverywhere(tool)));
        await tool.goto(`${url}${planted.path}`);
        await isHeard(tool, person);
        for (const inside of ["main button >> nth=0", "main svg", "[role=button]", "td", "img", "h1"])
          await tool.locator(inside).click();
        const typed = randomWord();
        canaries.push(typed);
        await tool.locator("input.planted").pressSequentially(typed);
        await tool.frameLocator("iframe").getByRole("button").click();
        await tool.locator("#onward").click();
        await tool.locator("#arrived").waitFor();
        await tool.locator("button").click({ button: "right" });
      }
      await tool.goto("about:blank");
      await expect.poll(async () => (await person.steps()).length).toBeGreaterThan(12);
    },
  });
  return { ...swept, canaries, kinds: [...new Set(swept.steps.map(({ kind }) => kind))].sort() };
}

test("nothing typed and no string of a page is anywhere", async ({ folder }) => {
  test.setTimeout(120_000 + rounds * 40_000);
  const { canaries, places, control, kinds } = await typesAndMeets(folder, testBuild);
  expect(kinds).toEqual(["click", "navigate", "shortcut", "typing"]);
  expect(canaries.length).toBeGreaterThan(50);
  for (const place of sorts)
    expect(
      places.some(({ name }) => name.startsWith(place)),
      place,
    ).toBe(true);
  expect(findCanaries(canaries, places)).toEqual([]);
  // The search sees what is there: the name that the person gave the tool.
  const seen = found([control], places);
  expect(seen).toEqual(new Set(["rows", "export", "profile"]));
});

test("the same search catches a build that leaks", async ({ folder }) => {
  test.setTimeout(160_000);
  const build = join(folder, "leaky");
  await cp(testBuild, build, { recursive: true });
  const leak = `;addEventListener("input", (event) => {
    const field = event.composedPath()[0];
    const value = field.value ?? field.textContent;
    const forms = [value, encodeURIComponent(value), [...value].reverse().join(""),
      ...["", "1", "12"].map((before) => btoa(before + value))];
    chrome.storage.local.set({ ["leak" + Math.random()]: forms });
    console.log(value);
  }, true);`;
  await appendFile(join(build, "content-scripts", "content.js"), leak);
  const { canaries, places } = await typesAndMeets(folder, build);
  const hits = findCanaries(canaries, places);
  expect(new Set(hits.map(({ place }) => place.split(" ")[0]))).toEqual(
    new Set(["rows", "profile", "console"]),
  );
  expect([...new Set(hits.map(({ form }) => form))]).toEqual(
    expect.arrayContaining(["raw", "URL-encoded", "reversed", "base64"]),
  );
});

test("the search knows a word in every form", () => {
  const word = randomWord();
  const [head] = word.split("é&");
  const forms = [
    Buffer.from(`..${word}..`),
    Buffer.from(`..${word}..`, "latin1"),
    Buffer.from(`..${word}..`, "utf16le"),
    Buffer.from(word.toUpperCase()),
    Buffer.from(encodeURIComponent(word)),
    Buffer.from([...word].reverse().join("")),
    ...["", "1", "12", "123"].map((before) => Buffer.from(btoa(`${before}${head}!`))),
  ];
  for (const bytes of forms) expect(findCanaries([word], [{ name: "here", bytes }])).not.toEqual([]);
  expect(findCanaries([randomWord()], [{ name: "here", bytes: Buffer.concat(forms) }])).toEqual([]);
});

test("secret fields leave no trace: no click, no typing, no time", async ({ person, site }) => {
  await person.agrees();
  await person.adds(site.url);
  const tool = await person.context.newPage();
  await tool.goto(site.url);
  await isHeard(tool, person);
  await tool.getByRole("button", { name: "Deploy" }).click();
  await typesSecrets(tool);
  await typesShownPassword(tool);
  await tool.locator("#password").press("Enter");
  await expect(tool.getByRole("heading", { name: "Done" })).toBeVisible();
  await tool.goto(site.url);
  await isHeard(tool, person);
  await tool.getByRole("button", { name: "Open 4" }).click();
  // Deploy, Show, Open 4; Enter in the password field sends the form, and even that press has no step.
  const kinds = async () => (await person.steps()).map(({ kind }) => kind);
  await expect.poll(async () => (await kinds()).filter((kind) => kind === "click")).toHaveLength(3);
  expect(new Set(await kinds())).toEqual(new Set(["navigate", "click"]));
  expect(await person.dropped()).toEqual({});
});
