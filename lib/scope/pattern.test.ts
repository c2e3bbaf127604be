import fc from "fast-check";
import { expect, test } from "vitest";
import { patternSchema } from "../../schemas/tool.ts";
import { type AddressNote, type AddressProblem, browserPattern, checkAddress, matches } from "./pattern.ts";

test.each([
  ["https://flows.corp.example/x?y#z", "https://flows.corp.example/*"],
  ["flows.corp.example", "https://flows.corp.example/*"],
  ["http://127.0.0.1:1880", "http://127.0.0.1:1880/*"],
  ["http://[::1]:1880/", "http://[::1]:1880/*"],
  ["https://tool.example:443/", "https://tool.example/*"],
])("%s becomes %s", (address, pattern) => {
  expect(checkAddress(address)).toMatchObject({ ok: true, pattern });
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

test.each<[string, AddressProblem]>([
  ["", "empty"],
  ["<all_urls>", "all-sites"],
  ["*", "all-sites"],
  ["*://*/*", "all-sites"],
  ["https://*/*", "all-sites"],
  ["https://*.corp.example", "wildcard"],
  ["two words", "wildcard"],
  ["https://", "not-an-address"],
  ["https://[::g]", "not-an-address"],
  ["ftp://tool.example", "scheme"],
  ["https://a:b@tool.example", "credentials"],
  ["https://tool.example:99999", "port"],
  ["https://tool.example:0", "port"],
  ["https://tool.example:80a", "port"],
  ["intranet", "single-word"],
  ["com", "single-word"],
  ["co.uk", "public-suffix"],
  ["https://github.io/x", "public-suffix"],
  ["https://tool.example./", "trailing-dot"],
])("%s is refused as %s", (address, problem) => {
  expect(checkAddress(address)).toEqual({ ok: false, problem });
});

test.each<[string, string, AddressNote[]]>([
  ["https://bücher.example/x", "https://xn--bcher-kva.example/*", ["punycode"]],
  ["xn--bcher-kva.example", "https://xn--bcher-kva.example/*", ["punycode"]],
  ["http://tool.example:8080", "http://tool.example:8080/*", ["not-encrypted"]],
  ["http://[::1]:1880/", "http://[::1]:1880/*", ["number"]],
  ["http://[2001:db8::7]/", "http://[2001:db8::7]/*", ["number", "not-encrypted"]],
  ["https://10.0.0.7", "https://10.0.0.7/*", ["number"]],
  ["https://tool.example/a*b", "https://tool.example/*", []],
  ["http://localhost:1880", "http://localhost:1880/*", []],
  ["https://me.github.io", "https://me.github.io/*", []],
])("%s is taken as %s, saying %j", (address, pattern, notes) => {
  const check = checkAddress(address);
  expect(check).toMatchObject({ ok: true, pattern, notes });
  expect(patternSchema.safeParse(pattern).success).toBe(true);
});

test("the check is total, and what it takes is a pattern", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.domain(),
        fc.ipV6().map((ip) => `http://[${ip}]`),
      ),
      (address) => {
        const check = checkAddress(address);
        if (check.ok) expect(patternSchema.safeParse(check.pattern).success).toBe(true);
      },
    ),
  );
});
