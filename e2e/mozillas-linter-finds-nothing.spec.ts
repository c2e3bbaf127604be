// `web-ext lint` on the release: no error, and no warning without a reason.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lint, unexplained } from "../scripts/firefox-lint/lint.ts";
import { firefoxBuild } from "./firefox.ts";
import { expect, test } from "./fixtures.ts";

test("Mozilla's linter finds nothing unexplained in the release, and finds what is wrong", async ({
  folder,
}) => {
  // The linter reads every file twice.
  test.setTimeout(180_000);
  expect(unexplained(lint(firefoxBuild))).toEqual([]);
  // It does look: the same build with code made from text, and a manifest that its schema refuses.
  const wrong = join(folder, "build");
  cpSync(firefoxBuild, wrong, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(wrong, "manifest.json"), "utf8"));
  writeFileSync(join(wrong, "manifest.json"), JSON.stringify({ ...manifest, options_ui: { page: 1 } }));
  writeFileSync(join(wrong, "more.js"), "eval(document.title)");
  const codes = unexplained(lint(wrong)).map(({ code }) => code);
  expect(codes).toContain("DANGEROUS_EVAL");
  expect(codes.some((code) => code.startsWith("MANIFEST") || code === "JSON_INVALID")).toBe(true);
});
