import { expect, test } from "vitest";
import { isLoopback } from "./loopback.ts";
import { acknowledges, backoff, outcomeOf } from "./outcome.ts";

const id = "AAAAAAAAAAAAAAAAAAAAAA";
const refused = (error: string) => ({ format: "tooltrail-refusal/1", error });
const acknowledgement = { format: "tooltrail-acknowledgement/1", id, result: "stored" };

test.each([
  [200, acknowledgement, "delivered"],
  [200, { ...acknowledgement, result: "repeated" }, "delivered"],
  [200, { ...acknowledgement, id: "BBBBBBBBBBBBBBBBBBBBBA" }, "retry"],
  [200, { ...acknowledgement, more: 1 }, "retry"],
  [200, undefined, "retry"],
  [204, undefined, "retry"],
  [302, undefined, "retry"],
  [400, {}, "rejected"],
  [401, {}, "other-token"],
  [409, {}, "rejected"],
  [409, refused("other-bytes"), "rejected"],
  [409, refused("token-spent"), "other-token"],
  [410, refused("erased"), "erased"],
  [410, {}, "retry"],
  [422, refused("wrong-week"), "rejected"],
  [503, refused("busy"), "retry"],
  [507, refused("storage"), "retry"],
  [413, {}, "too-large"],
  [429, {}, "retry"],
  [500, {}, "retry"],
  [0, undefined, "retry"],
] as const)("status %i is %s", (status, body, outcome) => {
  expect(outcomeOf(status, body, acknowledges(id))).toBe(outcome);
});

test("the wait grows, is never nothing and never over an hour", () => {
  for (let attempts = 0; attempts < 40; attempts++) {
    expect(backoff(attempts, 0)).toBeGreaterThanOrEqual(15_000);
    expect(backoff(attempts, 1)).toBeLessThanOrEqual(3_600_000);
  }
});

test.each(["http://127.0.0.1:7461", "http://localhost:1", "http://[::1]:7461", "https://127.9.9.9"])(
  "%s is loopback",
  (address) => expect(isLoopback(address)).toBe(true),
);

test.each([
  "https://collector.example",
  "http://127.0.0.1.evil.example",
  "http://127.0.0.1@evil.example",
  "http://localhost.evil.example",
  "http://10.0.0.1",
  "ws://127.0.0.1",
  "",
])("%s is refused", (address) => {
  expect(isLoopback(address)).toBe(false);
});
