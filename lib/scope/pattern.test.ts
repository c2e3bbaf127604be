import { expect, test } from "vitest";
import { browserPattern, matches, patternOf } from "./pattern.ts";

test.each([
  ["https://flows.corp.example/x?y#z", "https://flows.corp.example/*"],
  ["flows.corp.example", "https://flows.corp.example/*"],
  ["http://127.0.0.1:1880", "http://127.0.0.1:1880/*"],
  ["http://[::1]:1880/", "http://[::1]:1880/*"],
  ["https://tool.example:443/", "https://tool.example/*"],
])("%s becomes %s", (address, pattern) => {
  expect(patternOf(address)).toMatchObject({ ok: true, pattern });
});

test.each([
  ["<all_urls>", "wildcard"],
  ["https://*.example", "wildcard"],
  ["https://", "not-an-address"],
  ["file:///x", "scheme"],
  ["https://a:b@tool.example", "credentials"],
  ["com", "host"],
])("%s is refused: %s", (address, problem) => {
  expect(patternOf(address)).toEqual({ ok: false, problem });
});

test.each([
  ["https://tool.example.evil.example/", false],
  ["https://tool.example:8443/", false],
  ["http://tool.example/", false],
  ["https://tool.example@evil.example/", false],
  ["https://tool.example/any", true],
  ["about:blank", false],
])("scope of https://tool.example/*: %s is %s", (address, inside) => {
  expect(matches("https://tool.example/*", address)).toBe(inside);
});

test("Chromium's pattern always names the port, Firefox's never", () => {
  expect(browserPattern("https://tool.example/*", false)).toBe("https://tool.example:443/*");
  expect(browserPattern("http://127.0.0.1:1880/*", true)).toBe("http://127.0.0.1/*");
});
