import { describe, expect, it } from "vitest";
import { isAttribute, isRisky, isTerm, routesOf } from "./keep.ts";

describe("what of a page may be published", () => {
  it.each(["Deploy", "Add a node", "Größe", "保存", "Top 10"])("keeps the term %s", (text) => {
    expect(isTerm(text)).toBe(true);
  });

  it.each([
    "",
    "×",
    "ada@firm.example",
    "Order 20231",
    "21.11.2026",
    "10:45",
    "http://a.example",
    "a1b2c3d4e5f6",
    "3 minutes ago",
    "word ".repeat(20),
  ])("drops %j, which looks like data", (text) => {
    expect(isTerm(text)).toBe(false);
  });

  it("keeps attributes that somebody wrote", () => {
    for (const value of ["node-input-name", "btn_save", "tab-1"])
      expect(isAttribute(`id=${value}`)).toBe(true);
    for (const value of [":r1:", "ui-id-42", "ui-id-1", "f6f2187d0a1b2c3d", "9lives", "row-1234"]) {
      expect(isAttribute(`id=${value}`)).toBe(false);
    }
  });

  it("makes templates of addresses", () => {
    expect(routesOf("http://a.example/users/42/edit?x=1")).toEqual(["/users/:id/edit"]);
    expect(routesOf("http://a.example/#flow/f6f2187d0a1b2c3d")).toEqual(["/", "#flow/:id"]);
    expect(routesOf("http://a.example/t/1b671a64-40d5-491e-99b0-da01ff1f3341")).toEqual(["/t/:id"]);
    expect(routesOf("http://a.example/docs#top")).toEqual(["/docs"]);
  });

  it("leaves alone what changes or ends something", () => {
    for (const name of ["Deploy", "Log out", "Delete flow", "Done"]) expect(isRisky(name)).toBe(true);
    for (const name of ["Menu", "Settings", "Cancel", "Store view"]) expect(isRisky(name)).toBe(false);
  });
});
