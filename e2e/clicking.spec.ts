// What a person would name is clicked once, and what is a part of something else is no click.
import { expect, test } from "./fixtures.ts";
import { withHand } from "./pointing-work.ts";

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
