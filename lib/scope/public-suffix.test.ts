import fc from "fast-check";
import { expect, test } from "vitest";
import { checkAddress } from "./pattern.ts";
import { loadPublicSuffixes } from "./public-suffix.ts";

const isPublicSuffix = await loadPublicSuffixes();

test.each(["co.uk", "github.io", "com", "s3.amazonaws.com", "kawasaki.jp", "xn--fiqs8s", "a.ck"])(
  "%s is what sites lie under",
  (host) => expect(isPublicSuffix(host)).toBe(true),
);

test.each([
  "localhost",
  "127.0.0.1",
  "[::1]",
  "me.github.io",
  "bbc.co.uk",
  "go.dk",
  "www.ck",
  "flows.corp.example",
  "tool.internal",
])("%s is a site", (host) => expect(isPublicSuffix(host)).toBe(false));

test("an address is judged by the list where it is given", () => {
  expect(checkAddress("https://go.dk")).toMatchObject({ ok: false });
  expect(checkAddress("https://go.dk", isPublicSuffix)).toMatchObject({ ok: true });
  expect(checkAddress("s3.amazonaws.com")).toMatchObject({ ok: true });
  const refused = { ok: false, problem: "public-suffix" };
  expect(checkAddress("s3.amazonaws.com", isPublicSuffix)).toEqual(refused);
  expect(checkAddress("https://個人.hk/x", isPublicSuffix)).toEqual(refused);
});

test("the list is total", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.domain(), fc.ipV6()), (host) => {
      expect(typeof isPublicSuffix(host)).toBe("boolean");
    }),
  );
});
