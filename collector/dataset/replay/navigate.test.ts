import { expect, test } from "vitest";
import { fits, isFixed } from "./navigate.ts";

test.each([
  ["/", "http://a.test/", true],
  ["/", "http://a.test/users", false],
  ["/users/:id", "http://a.test/users/7", true],
  ["/users/:id", "http://a.test/users", false],
  ["/files/*", "http://a.test/files/a/b", true],
  ["#flow/:id", "http://a.test/#flow/abc", true],
  ["#flow/:id", "http://a.test/", false],
  ["/app#list", "http://a.test/app#list", true],
  ["/app#list", "http://a.test/other#list", false],
])("%s for %s: %s", (template, address, expected) => {
  expect(fits(template, address)).toBe(expected);
});

test("a template with a part that is somebody's data is no page to go to", () => {
  expect(["/", "/users", "#list"].every(isFixed)).toBe(true);
  expect(["/users/:id", "/files/*", "#flow/:id"].some(isFixed)).toBe(false);
});
