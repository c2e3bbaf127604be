import { BHttpEncoder } from "bhttp-js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { BinaryHttpError, decodeRequest, encodeAnswer } from "./binary-http.ts";

const text = (value: string) => [value.length, ...Buffer.from(value)];
const control = [0, ...text("POST"), ...text("https"), ...text("c"), ...text("/v1/x")];
const decode = (...bytes: number[]) => decodeRequest(Uint8Array.from(bytes));
const header = (name: string, value: string) => [...text(name), ...text(value)];

test("what the extension's encoder writes is read back, with and without padding", async () => {
  const request = new Request("https://c/v1/x", {
    method: "POST",
    body: new Uint8Array(70_000).fill(7),
    headers: { authorization: "a", "content-type": "b" },
  });
  const encoded = await new BHttpEncoder().encodeRequest(request);
  for (const bytes of [encoded, Buffer.concat([encoded, Buffer.alloc(99)])]) {
    const { content, ...rest } = decodeRequest(bytes);
    expect(rest).toEqual({ method: "POST", path: "/v1/x", authorization: "a", contentType: "b" });
    expect(content).toHaveLength(70_000);
  }
});

test("a message may end early, as the RFC allows", () => {
  expect(decode(...control, 0).content).toHaveLength(0);
  expect(decode(...control, 0, 2, 1, 2).content).toHaveLength(2);
});

test.each([
  ["nothing", []],
  ["an answer", [1, 0x40, 200]],
  ["indeterminate length", [2, ...control.slice(1)]],
  ["a cut number", [0, 0x40]],
  [
    "a number of eight bytes, which bhttp-js reads as negative",
    [...control, 0xc0, 0, 0, 0, 0xff, 0xff, 0xff, 0xf0],
  ],
  ["more headers than there are bytes", [...control, 60, 1]],
  ["a header that tells of the sender", [...control, 5, ...header("a", "bc")]],
  ["a header twice", [...control, 30, ...header("content-type", "a"), ...header("content-type", "a")]],
  ["a header in capitals", [...control, 15, ...header("Content-Type", "a")]],
  ["more content than there are bytes", [...control, 0, 9, 1]],
  ["trailers", [...control, 0, 0, 4, ...header("a", "b")]],
  ["padding that carries something", [...control, 0, 0, 0, 0, 0, 1]],
])("refused: %s", (_, bytes) => {
  expect(() => decode(...bytes)).toThrow(BinaryHttpError);
});

test("no bytes whatever do anything but decode or be refused", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.uint8Array({ maxLength: 60 }).map((tail) => Uint8Array.from([...control, ...tail])),
  );
  fc.assert(
    fc.property(bytes, (one) => {
      try {
        expect(decodeRequest(one).content.length).toBeLessThanOrEqual(one.length);
      } catch (cause) {
        expect(cause).toBeInstanceOf(BinaryHttpError);
      }
    }),
    { numRuns: 5000 },
  );
});

test("an answer that would be longer than all answers is not made", () => {
  expect(() => encodeAnswer(200, {}, Buffer.alloc(600))).toThrow(/longer/);
});
