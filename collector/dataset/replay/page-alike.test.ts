// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { begin, likeliestFirst, markUsed } from "./page-alike.ts";

beforeEach(() => {
  document.body.innerHTML = "<ul><li id=a><i></i><b></b></li><li id=b><i></i><b></b></li></ul>";
  begin();
});

const parts = (css: string) => Array.from(document.querySelectorAll(css));
const items = (elements: readonly Element[]) => elements.map((element) => element.closest("li")?.id).join("");
const adds = (id: string) => {
  document.querySelector("ul")!.insertAdjacentHTML("beforeend", `<li id=${id}><i></i><b></b></li>`);
};

test("in the order of the document where nothing else is known", () => {
  expect(items(likeliestFirst(parts("i"), { use: "click" }))).toBe("ab");
});

test("what was made since the beginning comes first", () => {
  adds("c");
  expect(items(likeliestFirst(parts("i"), { use: "click" }))).toBe("cab");
});

test("what was used in the same way comes last", () => {
  markUsed(parts("i")[0]!, "click");
  expect(items(likeliestFirst(parts("i"), { use: "click" }))).toBe("ba");
  expect(items(likeliestFirst(parts("i"), { use: "drag" }))).toBe("ab");
});

test("a drag ends on another item than it began on", () => {
  adds("c");
  adds("d");
  const from = parts("li#c i")[0]!;
  expect(items(likeliestFirst(parts("b"), { use: "onto", from }))).toBe("dcab");
});
