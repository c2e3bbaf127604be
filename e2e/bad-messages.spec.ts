// A message of the wrong form or from the wrong place: refused, nothing stored, counted.
import { expect, test } from "./fixtures.ts";
import { isolatedWorld } from "./isolated-world.ts";
import { startSite } from "./site.ts";
import { clicksRows, opens, visits } from "./work.ts";

const frame = "QUJDREVGR0hJSktMTU5PUA";

test("what the page script's world sends in another form is refused or dropped, and counted", async ({
  person,
  site,
}) => {
  await person.agrees();
  const page = await opens(person, site);
  await clicksRows(person, page, [1]);
  const world = await isolatedWorld(page, person);
  const stored = await person.steps();
  const click = stored.find(({ kind }) => kind === "click")!;
  const step = { ...click, at: Date.now() };
  const record = (steps: unknown[], more: object = {}) => ({
    name: "steps.record",
    request: { frame, first: 0, steps, dropped: {}, ...more },
  });
  const receipts = await person.rows("receipts");

  for (const message of [
    { name: "page.hello", request: {}, extra: 1 },
    { name: "page.hello", request: { extra: 1 } },
    { name: "page.goodbye", request: {} },
    { name: "toString", request: {} },
    { name: 7, request: {} },
    "page.hello",
    null,
    record([step], { extra: 1 }),
    record([step], { frame: "no id" }),
    record([step], { dropped: { "some words of a page": 1 } }),
    record([]),
    record(Array(2001).fill(step)),
  ]) {
    const { error } = await world.send(message);
    expect(error, JSON.stringify(message)?.slice(0, 100)).toContain("Refused: message-malformed");
  }
  expect(await person.dropped()).toEqual({ "message-malformed": 12 });

  const { target } = click;
  for (const [name, request] of [
    ["consent.agree", { kinds: ["click"] }],
    ["consent.withdraw", {}],
    ["everything.erase", {}],
    ["tool.add", { alias: "a", pattern: "https://a.example/*", owner: "", reason: "", vocabulary: null }],
    ["shipment.now", { shipment: frame }],
  ] as const) {
    const { error } = await world.send({ name, request });
    expect(error, name).toContain("Refused: message-from-page");
  }
  expect(await person.dropped()).toEqual({ "message-malformed": 12, "message-from-page": 5 });
  expect(await person.rows("receipts")).toEqual(receipts);

  // Steps are judged one by one: the good one of the message is kept.
  const { reply } = await world.send(
    record([
      { ...step, text: "some words" },
      { ...step, effect: "some words" },
      { ...step, target: { ...target, name: "some words" } },
      { ...step, target: { ...target, path: [{ tag: "some-words", nth: 0 }] } },
      "some words",
      { ...step, tool: frame },
      step,
    ]),
  );
  expect(reply).toEqual({ next: 7, stop: false });
  expect(await person.dropped()).toEqual({
    "message-malformed": 17,
    "message-from-page": 5,
    "message-out-of-scope": 1,
  });
  expect(await person.steps()).toHaveLength(stored.length + 1);

  const about = await person.section("about");
  await expect(about.locator('[data-reason="message-malformed"]')).toContainText("17");
});

test("a script of the page has no way to the extension", async ({ person, site }) => {
  await person.agrees();
  const page = await opens(person, site);
  await clicksRows(person, page, [1]);
  const stored = await person.steps();
  const said = await page.evaluate(async (id) => {
    const { chrome } = globalThis as unknown as {
      chrome?: { runtime?: { sendMessage?: (...parts: unknown[]) => Promise<unknown> } };
    };
    const send = chrome?.runtime?.sendMessage;
    if (!send) return "no door";
    return send(id, { name: "consent.withdraw", request: {} }).then(
      () => "answered",
      () => "refused",
    );
  }, person.id);
  expect(said).not.toBe("answered");
  // Neither by the doors of a window, nor by an event of the script's own making.
  await page.evaluate(() => {
    window.postMessage({ name: "steps.record", request: {} }, "*");
    const row = document.querySelector<HTMLElement>(".row")!;
    row.click();
    row.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    document.dispatchEvent(new CustomEvent("tooltrail.ask"));
  });
  await clicksRows(person, page, [2]);
  expect(await person.steps()).toHaveLength(stored.length + 1);
  expect(await person.dropped()).toEqual({});
});

test("a frame of another origin in a listed page holds no code of ours and records nothing", async ({
  person,
}) => {
  const outside = await startSite();
  const inside = await startSite({
    "/framed": `<!doctype html><title>Framed</title><iframe src="${outside.url}"></iframe><button>Here</button>`,
  });
  try {
    await person.agrees();
    await person.adds(inside.url);
    const page = await visits(person, { ...inside, url: `${inside.url}framed` });
    const world = await isolatedWorld(page, person);
    const before = await person.steps();
    const framed = page.frameLocator("iframe");
    await framed.getByRole("button", { name: "Open 1" }).click();
    await framed.getByLabel("Name").pressSequentially("outside");
    await page.getByRole("button", { name: "Here" }).click();
    await expect.poll(async () => (await person.steps()).length).toBe(before.length + 1);
    expect((await person.steps()).at(-1)).toMatchObject({ kind: "click", frame: [] });
    expect(world.count()).toBe(1);
    expect(await person.dropped()).toEqual({});
  } finally {
    await inside.close();
    await outside.close();
  }
});

test("steps of a page whose tool is no longer listed are dropped and counted", async ({ person, site }) => {
  await person.agrees();
  const page = await opens(person, site);
  await clicksRows(person, page, [1]);
  const world = await isolatedWorld(page, person);
  const stored = await person.steps();
  const options = await person.section("tools");
  await options.getByRole("button", { name: "Remove" }).click();
  await expect.poll(async () => (await person.rows("tools")).every((tool) => tool.removedAt)).toBe(true);
  const step = { ...stored.at(-1)!, at: Date.now() };
  const { reply } = await world.send({
    name: "steps.record",
    request: { frame, first: 0, steps: [step, step], dropped: {} },
  });
  expect(reply).toEqual({ next: 2, stop: true });
  expect(await person.dropped()).toEqual({ "message-out-of-scope": 2 });
  expect(await person.steps()).toHaveLength(stored.length);
});
