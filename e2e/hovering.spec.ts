// Pointing that opened what was then used is a step; what was there, came by a click or by itself is none.
import { expect, test } from "./fixtures.ts";
import { withHand } from "./pointing-work.ts";

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
