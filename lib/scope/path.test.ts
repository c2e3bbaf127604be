import { expect, test } from "vitest";
import { exclusionOf, isLeftOut } from "./path.ts";

const at = "https://tool.example";

test.each([
  ["/admin", "/admin", true],
  ["/admin", "/admin/users?x#y", true],
  ["/admin", "/admin?x", true],
  ["/admin/", "/admin", true],
  ["/admin", "/administration", false],
  ["/admin", "/x/admin", false],
  ["/admin", "/ADMIN/x", true],
  ["/admin", "/%61dmin/x", true],
  ["/admin", "//admin/x", true],
  ["/users/*/pay", "/users/7/pay/now", true],
  ["/users/*/pay", "/users/7/work", false],
  ["/adm*", "/administration", true],
  ["/#/people", "/#/people/7", true],
  ["/#/people", "/#/work", false],
  ["/b%C3%BCro", "/büro/x", true],
  ["/#/people", "/?sort=a#/people/7", true],
  ["/users/*/pay", "/users/7?next=/pay", false],
  ["/*/x#y", "/a/x#y", true],
  ["/a.b", "/aXb", false],
  ["/(a|b)+", "/a", false],
  ["/", "/anything", true],
] as const)("%s leaves out %s: %s", (path, address, out) => {
  expect(isLeftOut([path], `${at}${address}`)).toBe(out);
  expect(isLeftOut(["/never", path], `${at}${address}`)).toBe(out);
});

test("without paths nothing is left out; what is no address is", () => {
  expect(isLeftOut(undefined, `${at}/x`)).toBe(false);
  expect(isLeftOut([], "about:blank")).toBe(false);
  expect(isLeftOut(["/x"], "no address")).toBe(true);
  expect(exclusionOf([])).toBeUndefined();
});

test("the page's expression says the same of an address as it stands", () => {
  const test = new RegExp(exclusionOf(["/admin", "/#/people"])!);
  expect(["/Admin/x", "/#/people", "/work#/people"].map((place) => test.test(at + place))).toEqual([
    true,
    true,
    false,
  ]);
});
