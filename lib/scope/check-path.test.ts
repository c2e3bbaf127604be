import fc from "fast-check";
import { expect, test } from "vitest";
import { pathPatternSchema } from "../../schemas/tool.ts";
import { checkPath, type PathProblem, tryPage } from "./check-path.ts";

const tool = { pattern: "https://flows.example:1880/*", exclude: ["/old", "/#/people/*"] };

test.each([
  ["/admin", "/admin"],
  ["admin/", "/admin/"],
  ["//admin", "/admin"],
  ["#/reports", "/#/reports"],
  ["flows.example:1880/admin", "/admin"],
  ["https://flows.example:1880/admin?id=4711#x", "/admin#x"],
  ["/über uns", "/%C3%BCber%20uns"],
  ["/a/**/b", "/a/*/b"],
])("%s leaves out %s", (written, path) => {
  expect(checkPath(written, tool)).toEqual({ ok: true, path });
  expect(pathPatternSchema.safeParse(path).success).toBe(true);
});

test.each<[string, PathProblem]>([
  [" ", "empty"],
  ["https://mail.example/admin", "elsewhere"],
  ["https://flows.example/admin", "elsewhere"],
  ["javascript://x", "elsewhere"],
  ["/", "everything"],
  ["/*", "everything"],
  ["/old", "listed"],
  ["/a*b*c*d*e*f", "stars"],
  [`/${"a".repeat(200)}`, "long"],
])("%s is refused: %s", (written, problem) => {
  expect(checkPath(written, tool)).toEqual({ ok: false, problem });
});

test.each([
  ["/old/1", { is: "left-out", by: "/old" }],
  ["https://flows.example:1880/?x#/people/7", { is: "left-out", by: "/#/people/*" }],
  ["/older", { is: "inside" }],
  ["https://other.example/", { is: "elsewhere" }],
])("the page %s is %j", (written, tried) => {
  expect(tryPage(written, tool)).toEqual(tried);
});

test("both are total, and what is taken is a path", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.webPath()), (written) => {
      const check = checkPath(written, tool);
      if (check.ok) expect(pathPatternSchema.safeParse(check.path).success).toBe(true);
      expect(tryPage(written, tool).is).toBeTypeOf("string");
    }),
  );
});
