import { expect, test } from "vitest";
import { unexplained } from "./lint.ts";

const android = {
  code: "KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION",
  message: "Manifest key not supported by the specified minimum Firefox for Android version",
  description: 'introduced support for "browser_specific_settings.gecko.data_collection_permissions".',
  file: "manifest.json",
};
const evaluates = {
  code: "DANGEROUS_EVAL",
  message: "The Function constructor is eval.",
  file: "background.js",
};
const nothing = { errors: [], warnings: [], notices: [] };

test("a warning with a reason may stand, once and in its file; every other message counts", () => {
  expect(unexplained({ ...nothing, warnings: [android] })).toEqual([]);
  expect(unexplained({ ...nothing, warnings: [android, android] })).toEqual([android]);
  expect(unexplained({ ...nothing, warnings: [{ ...android, file: "other.json" }] })).toHaveLength(1);
  expect(unexplained({ ...nothing, warnings: [{ ...android, description: "another key" }] })).toHaveLength(1);
  expect(unexplained({ ...nothing, warnings: [evaluates] })).toEqual([evaluates]);
  expect(unexplained({ ...nothing, errors: [android] })).toEqual([android]);
  expect(unexplained({ ...nothing, notices: [evaluates] })).toEqual([evaluates]);
});
