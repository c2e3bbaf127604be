import { expect, test } from "vitest";
import { lengthEdges } from "../../../schemas/step.ts";
import { drawnText } from "./drawn-text.ts";

const bucketOf = (text: string) => lengthEdges.filter((edge) => text.length >= edge).length;

test.each([0, 1, 2, 3, 4, 5, 6])(
  "a text of bucket %i is of that bucket, in a field for text or numbers",
  (bucket) => {
    expect(bucketOf(drawnText(bucket))).toBe(bucket);
    expect(bucketOf(drawnText(bucket, "number"))).toBe(bucket);
    expect(drawnText(bucket, "number")).toMatch(/^\d*$/);
  },
);

test("of a long text only that there is one is known", () => {
  expect(drawnText(null).length).toBeGreaterThan(80);
});

test("an address is one, in a bucket that has room for it", () => {
  for (const bucket of [2, 3, 4, 5, 6]) {
    expect(drawnText(bucket, "email")).toMatch(/^a+@b\.c$/);
    expect(bucketOf(drawnText(bucket, "email"))).toBe(bucket);
  }
});
