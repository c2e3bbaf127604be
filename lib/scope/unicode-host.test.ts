import fc from "fast-check";
import { expect, test } from "vitest";
import { unicodeHost } from "./unicode-host.ts";

test.each([
  "bücher.example",
  "ツール.example",
  "münchen-straße.example",
  "правда.example",
  "例え.テスト",
  "plain.example",
  "💡.example",
])("%s is what URL turned into punycode", (host) => {
  expect(unicodeHost(new URL(`https://${host}`).hostname)).toBe(host);
});

test("it is total, and leaves what is no punycode", () => {
  expect(unicodeHost("xn--!.example")).toBe("xn--!.example");
  expect(unicodeHost("xn--99999999.example")).toBe("xn--99999999.example");
  fc.assert(
    fc.property(fc.string(), (label) => {
      expect(typeof unicodeHost(`xn--${label}`)).toBe("string");
    }),
  );
});
