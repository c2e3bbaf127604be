// Drags, pointer paths and scrolls of a trusted mouse: which acts are steps, and which are none.
import { expect, test } from "./fixtures.ts";
import { withHand } from "./pointing-work.ts";

test("drags: from what was pressed to what it was let go on", async ({ person }) => {
  test.setTimeout(120_000);
  await withHand(person, async (hand) => {
    const { page } = hand;
    const callsOff = () => page.keyboard.press("Escape");
    const drags: [string, () => Promise<void>, string[]][] = [
      ["a card that follows the pointer", () => hand.drags("card", "zone"), ["drag pointer card > zone"]],
      ["a picture of it that follows", () => hand.drags("ghosted", "zone"), ["drag pointer ghosted > zone"]],
      ["by the browser", () => hand.drags("native", "native-zone"), ["drag native native > native-zone"]],
      ["where nothing takes it", () => hand.drags("native", "no-zone"), ["drag native native"]],
      ["called off", () => hand.drags("card", "zone", callsOff), ["drag pointer card"]],
      [
        "text that is selected",
        async () => {
          await hand.points("text", { dx: -120 });
          await page.mouse.down();
          await hand.points("text", { dx: -20 });
          await page.mouse.up();
        },
        [],
      ],
      [
        "a slider",
        async () => {
          await hand.points("range");
          await page.mouse.down();
          await hand.points("range", { dx: 30 });
          await page.mouse.up();
        },
        [],
      ],
      [
        "a scrollbar",
        async () => {
          await hand.points("scroller", { dx: 95, dy: -20 });
          await page.mouse.down();
          await hand.points("scroller", { dx: 95, dy: 10 });
          await page.mouse.up();
        },
        ["scroll down scroller"],
      ],
      [
        "a little",
        async () => {
          await hand.points("card");
          await page.mouse.down();
          await hand.points("card", { dx: 4 });
          await page.mouse.up();
        },
        ["click main card"],
      ],
      ["what is private", () => hand.drags("private-drag", "zone"), []],
      ["onto what is private", () => hand.drags("card", "private-button"), ["drag pointer card"]],
    ];
    for (const [what, act, expected] of drags) expect.soft(await hand.does(act), what).toEqual(expected);
  });
});

test("scrolls: one step a burst and scroller, by the hand only", async ({ person }) => {
  test.setTimeout(120_000);
  await withHand(person, async (hand) => {
    const { page } = hand;
    const wheel = async (name: string, turns: number[], x = 0) => {
      await hand.points(name);
      for (const turn of turns) await page.mouse.wheel(x, turn);
    };
    const scrolls: [string, () => Promise<void>, string[]][] = [
      [
        "a scroller, and another that follows it",
        () => wheel("scroller", [60, 60, 60]),
        ["scroll down scroller"],
      ],
      ["back up", () => wheel("scroller", [-60, -60]), ["scroll up scroller"]],
      ["in a shadow root", () => wheel("inner", [60, 60]), ["scroll down inner"]],
      ["the page", () => wheel("plain-a", [40, 40]), ["scroll down page"]],
      [
        "the page by keys",
        async () => {
          await page.evaluate(() => (document.activeElement as HTMLElement).blur());
          const top = () => page.evaluate(() => scrollY);
          await expect.poll(top).toBeGreaterThan(0);
          await page.keyboard.press("Home");
          // The browser scrolls with a later picture: the press on the mark would come before it.
          await expect.poll(top).toBe(0);
        },
        ["scroll up page"],
      ],
      [
        "by scripts",
        async () => {
          await page.evaluate(() => {
            document.querySelector("[data-n=scroller]")!.scrollTop = 300;
            scrollTo(0, 300);
            scrollTo(0, 0);
          });
        },
        [],
      ],
      [
        "by the focus",
        async () => {
          await page.locator("[data-n=send]").focus();
          await page.keyboard.press("Tab");
          await page.keyboard.press("Tab");
        },
        [],
      ],
      [
        "by typing in a field",
        async () => {
          await page.locator("[data-n=name]").focus();
          await page.keyboard.type("a b c ");
          await page.keyboard.press("ArrowLeft");
        },
        [],
      ],
      ["what is private", () => wheel("private-scroller", [60]), []],
    ];
    for (const [what, act, expected] of scrolls) expect.soft(await hand.does(act), what).toEqual(expected);
  });
});

test("pointer paths: the way to each click of the mouse, none for keys, none through what is private", async ({
  person,
}) => {
  await withHand(person, async (hand) => {
    const { page } = hand;
    const kinds = ["pointer"];
    const way = await hand.does(async () => {
      await hand.points("plain-a");
      await hand.clicks("dot");
      // Again in the same place: there was no way to it.
      await page.mouse.down();
      await page.mouse.up();
    }, kinds);
    expect(way).toEqual(["pointer dot"]);
    const [step] = (await person.steps()).filter(({ kind }) => kind === "pointer");
    const path = step!.path as [number, number, number][];
    const dot = await hand.place("dot");
    expect(path.length).toBeGreaterThan(6);
    expect(path.at(-1)!.slice(0, 2)).toEqual([Math.round(dot.x), Math.round(dot.y)]);
    expect(path.map(([, , ms]) => ms)).toEqual(path.map(([, , ms]) => ms).toSorted((a, b) => a - b));

    const none = await hand.does(async () => {
      await page.locator("[data-n=plain-a]").focus();
      await page.keyboard.press("Enter");
      await hand.clicks("private-button");
    }, kinds);
    expect(none).toEqual([]);

    const inside = await hand.place("private-button");
    await hand.does(async () => {
      await hand.points("private-button");
      await hand.clicks("plain-b");
    }, kinds);
    const last = (await person.steps()).filter(
      (s) => s.kind === "pointer" && hand.line(s).endsWith("plain-b"),
    );
    const points = last.flatMap((s) => s.path as [number, number, number][]);
    expect(points.length).toBeGreaterThan(0);
    expect(points.filter(([x, y]) => Math.hypot(x - inside.x, y - inside.y) < 40)).toEqual([]);
  });
});
