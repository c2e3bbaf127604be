// Clicks, drags, hovers, pointer paths and scrolls of a trusted mouse: which acts are steps, and which are none.

import { expect, test } from "./fixtures.ts";
import type { Person } from "./person.ts";
import { Hand } from "./pointing-driver.ts";
import { pointingPage } from "./pointing-page.ts";
import { startSite } from "./site.ts";
import { opens } from "./work.ts";

const kinds = [
  "Clicks",
  "Drags",
  "Menus that open by pointing",
  "Typing rhythm",
  "Choices",
  "Scrolling",
  "Changing pages",
  "Pointer paths",
];

async function withHand(person: Person, run: (hand: Hand) => Promise<void>): Promise<void> {
  const site = await startSite({ "/": pointingPage, "/done": "<p>done</p>" });
  try {
    await person.agrees(kinds);
    const page = await opens(person, site);
    // The notice's page is another tab: the mouse is here.
    await page.bringToFront();
    await run(new Hand(person, page));
    expect(await person.dropped()).toEqual({});
  } finally {
    await site.close();
  }
}

const menus: [name: string, way: string[], steps: string[]][] = [
  ["a menu by style", ["css", "css-one"], ["hover css", "click main css-one"]],
  [
    "a menu in a menu, by visibility",
    ["deep", "deep-link", "deep-leaf"],
    ["hover deep", "hover deep-link", "click main deep-leaf"],
  ],
  ["a nested rule and a height", ["nested", "nested-one"], ["hover nested", "click main nested-one"]],
  ["a menu beside its button", ["beside", "beside-one"], ["hover beside", "click main beside-one"]],
  ["a menu by script", ["js", "js-one"], ["hover js", "click main js-one"]],
  [
    "a menu at the end of the page, late",
    ["portal", "portal-one"],
    ["hover portal", "click main portal-one"],
  ],
  ["a popover", ["pop", "pop-one"], ["hover pop", "click main pop-one"]],
  ["actions of a row by opacity", ["row-a", "row-a-edit"], ["hover row-a", "click main row-a-edit"]],
  ["actions of a row made by script", ["made-a", "made-a-do"], ["hover made-a", "click main made-a-do"]],
  ["a tooltip with a button", ["tip", "tip-more"], ["hover tip", "click main tip-more"]],
  ["a menu in a shadow root", ["shadow", "shadow-one"], ["hover shadow", "click main shadow-one"]],
];

for (const steps of [8, 1])
  test(`what opened by pointing and was used is a hover, moved in ${steps} steps`, async ({ person }) => {
    test.setTimeout(180_000);
    await withHand(person, async (hand) => {
      hand.steps = steps;
      for (const [what, way, expected] of menus) {
        const lines = await hand.does(async () => {
          for (const name of way.slice(0, -1)) await hand.points(name);
          await hand.clicks(way.at(-1)!);
        });
        expect.soft(lines, what).toEqual(expected);
      }
    });
  });

test("what was there, came by a click or by itself is no hover", async ({ person }) => {
  test.setTimeout(180_000);
  await withHand(person, async (hand) => {
    const { page } = hand;
    const none: [string, () => Promise<void>, string[]][] = [
      [
        "passing over menus",
        async () => {
          for (const name of ["css", "js", "portal", "row-a", "tip", "plain-a"]) await hand.points(name);
          await hand.clicks("plain-b");
        },
        ["click main plain-b"],
      ],
      [
        "a button that was there all along",
        async () => {
          await hand.points("fixed", { dx: -60 });
          await hand.clicks("fixed-edit");
        },
        ["click main fixed-edit"],
      ],
      [
        "a menu that a click opened",
        async () => {
          await hand.clicks("opens");
          await hand.clicks("opened-one");
        },
        ["click main opens", "click main opened-one"],
      ],
      [
        "a menu that fades in after a click",
        async () => {
          await hand.clicks("fades");
          await hand.clicks("faded-one");
        },
        ["click main fades", "click main faded-one"],
      ],
      [
        "a menu that comes late after a click",
        async () => {
          await hand.clicks("late");
          await hand.points("late-next");
          await hand.points("late");
          await hand.clicks("late-one");
        },
        ["click main late", "click main late-one"],
      ],
      [
        "a list that loads under the pointer",
        async () => {
          await page.evaluate(() => (window as unknown as { load(): void }).load());
          await hand.points("loads");
          await hand.clicks("loaded-edit");
        },
        ["click main loaded-edit"],
      ],
      [
        "a toast that comes by itself",
        async () => {
          await hand.points("plain-a");
          await page.evaluate(() => (window as unknown as { toast(): void }).toast());
          await hand.clicks("undo");
        },
        ["click main undo"],
      ],
      [
        "a button that only changes its look",
        async () => {
          await hand.points("plain-a");
          await hand.clicks("plain-b");
        },
        ["click main plain-b"],
      ],
      [
        "the second action in a row",
        async () => {
          await hand.clicks("row-b");
          await hand.clicks("row-b-edit");
        },
        ["click main ?", "click main row-b-edit"],
      ],
    ];
    for (const [what, act, expected] of none) {
      const lines = (await hand.does(act)).map((line) => line.replace(/\?.*/, "?"));
      expect.soft(lines, what).toEqual(expected);
    }
  });
});

test("clicks: what a person would name, once, and none that is a part of something", async ({ person }) => {
  test.setTimeout(180_000);
  await withHand(person, async (hand) => {
    const { page } = hand;
    const clicks: [string, () => Promise<void>, string[]][] = [
      ["a double click", () => hand.clicks("plain-a", { count: 2 }), ["click main x2 plain-a"]],
      ["a triple click", () => hand.clicks("plain-a", { count: 3 }), ["click main x3 plain-a"]],
      [
        "a double click on what is redrawn between",
        () => hand.clicks("redrawn", { count: 2 }),
        ["click main x2 redrawn"],
      ],
      ["what goes as it is pressed", () => hand.clicks("gone"), ["click main gone"]],
      ["the right button", () => hand.clicks("plain-b", { button: "right" }), ["click context plain-b"]],
      [
        "the menu key",
        async () => {
          await page.locator("[data-n=plain-a]").focus();
          await page.keyboard.press("Shift+F10");
        },
        ["click context plain-a"],
      ],
      ["the middle button", () => hand.clicks("plain-b", { button: "middle" }), ["click auxiliary plain-b"]],
      [
        "Enter and Space on a button",
        async () => {
          await page.locator("[data-n=plain-a]").focus();
          await page.keyboard.press("Enter");
          await page.locator("[data-n=plain-b]").focus();
          await page.keyboard.press("Space");
        },
        ["click main plain-a", "click main plain-b"],
      ],
      ["a part of a drawing with a name", () => hand.clicks("dot"), ["click main dot"]],
      ["the group of a stroke", () => hand.clicks("stroke"), ["click main stroke"]],
      ["a shape", () => hand.clicks("rect"), ["click main rect"]],
      ["a canvas", () => hand.clicks("canvas"), ["click main canvas"]],
      ["inside a closed shadow root", () => hand.clicks("closed"), ["click main closed"]],
      ["a field, and nothing typed", () => hand.clicks("name"), ["click main name"]],
      [
        "a field, then typing in it",
        async () => {
          await hand.clicks("name");
          await page.keyboard.type("abc", { delay: 15 });
        },
        [],
      ],
      [
        "its label, then typing in it",
        async () => {
          await hand.clicks("label");
          await page.keyboard.type("abc", { delay: 15 });
        },
        [],
      ],
      [
        "a field, then typing in another",
        async () => {
          await hand.clicks("name");
          await page.keyboard.press("Tab");
          await page.keyboard.type("abc", { delay: 15 });
        },
        ["click main name"],
      ],
      [
        "a word marked by a double click, then typed over",
        async () => {
          await hand.clicks("name", { count: 2 });
          await page.keyboard.type("abc", { delay: 15 });
        },
        ["click main x2 name"],
      ],
      ["a checkbox", () => hand.clicks("check"), []],
      ["a checkbox's label", () => hand.clicks("check-label"), []],
      ["a radio button", () => hand.clicks("radio"), []],
      [
        "a list, opened by a click, and an option by keys",
        async () => {
          await hand.clicks("select");
          await page.keyboard.press("ArrowDown");
          await page.keyboard.press("Enter");
        },
        [],
      ],
      [
        "a date",
        async () => {
          await hand.points("date", { dx: -40 });
          await page.mouse.down();
          await page.mouse.up();
          await page.keyboard.type("01022026", { delay: 15 });
        },
        [],
      ],
      [
        "a slider",
        async () => {
          await hand.points("range", { dx: 30 });
          await page.mouse.down();
          await page.mouse.up();
        },
        [],
      ],
      [
        "Enter in a field, which presses the form's button without a hand",
        async () => {
          await hand.clicks("name");
          await page.keyboard.type("abc", { delay: 15 });
          await page.keyboard.press("Enter");
        },
        [],
      ],
      ["a button that sends", () => hand.clicks("send"), ["click main send"]],
      ["a button without a form", () => hand.clicks("no-form"), ["click main no-form"]],
      [
        "a shaking hand on a button",
        async () => {
          await hand.points("plain-a", { dx: -5 });
          await page.mouse.down();
          await hand.points("plain-a", { dx: 5 });
          await page.mouse.up();
        },
        ["click main plain-a"],
      ],
      [
        "secrets",
        async () => {
          await hand.clicks("password");
          await page.keyboard.type("hunter2");
          await hand.clicks("private-button");
          await hand.clicks("private-button", { button: "right" });
        },
        [],
      ],
    ];
    for (const [what, act, expected] of clicks) expect.soft(await hand.does(act), what).toEqual(expected);
  });
});

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
          await page.keyboard.press("Home");
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
