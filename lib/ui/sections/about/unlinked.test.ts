import { expect, test } from "vitest";
import { unlinkedHere } from "./unlinked.ts";

const [issuer, relay] = ["https://issuer.example", "https://relay.example"];

test("without an issuer the build is the demonstration and says what is missing", () => {
  const { words, whole } = unlinkedHere({ issuer: "", relay: "" });
  expect(whole).toBe(false);
  expect(words).toMatch(/^Not in this demonstration build/);
  expect(unlinkedHere({ issuer: "", relay }).words).toBe(words);
});

test("without a relay the address is seen, and it says so", () => {
  const { words, whole } = unlinkedHere({ issuer, relay: "" });
  expect(whole).toBe(false);
  expect(words).toContain("sees the network address");
});

test("with an issuer and a relay it is kept, and what still shows is said", () => {
  const { words, whole } = unlinkedHere({ issuer, relay });
  expect(whole).toBe(true);
  expect(words).toContain("hides the network address");
  expect(words).toContain("What still shows");
});
