import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../../architecture/tree.ts";
import { promises } from "./promises.ts";

test("there are the fifteen promises, P1 to P15", () => {
  expect(promises).toHaveLength(15);
});

test.each(promises)("$name is tested where it says, or says that it is not kept yet", (promise) => {
  const { tests } = promise as { tests: readonly string[] };
  expect(tests.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  expect(tests.length > 0 || "later" in promise).toBe(true);
});
