import { expect, test } from "vitest";
import { noticeVersion } from "../../schemas/notice-version.ts";
import { switchNames } from "../../schemas/step.ts";

/** The newest notice, and all that a person could switch on under it. */
const named = {
  notice: 5,
  kinds: [
    "click",
    "drag",
    "hover",
    "typing",
    "shortcut",
    "choose",
    "submit",
    "scroll",
    "navigate",
    "switch",
    "clipboard",
    "pointer",
    "outlines",
  ],
};

test("an agreement outlives an update only while notice and kinds are the same: another kind is another notice", () => {
  // Another list: raise noticeVersion, then write both down here.
  expect({ notice: noticeVersion, kinds: switchNames }).toEqual(named);
});
