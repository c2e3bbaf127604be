import { expect, test } from "vitest";
import type { Total } from "../../../store/database.ts";
import { dayPicture, lastDays, looks, noonOf } from "./day-picture.ts";

const total = (day: string, tool: string, kind: Total["kind"], count: number): Total => ({
  day,
  tool,
  kind,
  count,
});
const dayOf = (at: number) => new Date(at).toLocaleDateString("sv");

test("days without steps are there, and what is older than the picture is not counted", () => {
  const totals = [
    total("2026-11-01", "a", "click", 9),
    total("2026-11-03", "a", "click", 2),
    total("2026-11-03", "b", "typing", 5),
    total("2026-11-04", "a", "typing", 4),
  ];
  const picture = dayPicture(totals, ["2026-11-02", "2026-11-03", "2026-11-04"], "tool");
  expect(picture.days.map(({ count }) => count)).toEqual([0, 7, 4]);
  expect([picture.count, picture.most]).toEqual([11, 7]);
  expect(picture.parts).toEqual([
    { key: "a", count: 6 },
    { key: "b", count: 5 },
  ]);
  expect(picture.days[1]!.parts).toEqual([
    { key: "a", look: 0, count: 2 },
    { key: "b", look: 1, count: 5 },
  ]);
  expect(dayPicture(totals, ["2026-11-03"], "kind").parts.map(({ key }) => key)).toEqual(["typing", "click"]);
});

test("what has no look of its own is one part, and nothing is lost in it", () => {
  const totals = Array.from({ length: 9 }, (_, at) => total("2026-11-03", `t${at}`, "click", 20 - at));
  const { parts, days, count } = dayPicture(totals, ["2026-11-03"], "tool");
  expect(parts).toHaveLength(looks + 1);
  expect(parts.at(-1)).toEqual({ key: null, count: 15 + 14 + 13 + 12 });
  expect(days[0]!.parts.map(({ look }) => look)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(days[0]!.parts.reduce((sum, part) => sum + part.count, 0)).toBe(count);
});

test("the last days end with today, across the end of a month", () => {
  const now = new Date(2026, 10, 2, 0, 5).getTime();
  expect(lastDays(4, now, dayOf)).toEqual(["2026-10-30", "2026-10-31", "2026-11-01", "2026-11-02"]);
  expect(new Date(noonOf("2026-11-02"))).toEqual(new Date(2026, 10, 2, 12));
});
