import { expect, test } from "vitest";
import { readConfiguration } from "./configuration.ts";

const defaults = { host: "127.0.0.1", port: 7461, file: ".tooltrail/collector.sqlite", store: ".output" };

test("this machine only, unless told otherwise", () => {
  expect(readConfiguration([], {})).toEqual({ ok: true, configuration: defaults });
  expect(readConfiguration(["serve"], { PATH: "x" })).toEqual({ ok: true, configuration: defaults });
});

test("the command line wins over the environment", () => {
  const environment = { TOOLTRAIL_PORT: "8000", TOOLTRAIL_FILE: "a.sqlite" };
  expect(readConfiguration(["serve", "--port", "0", "--store", "dist"], environment)).toEqual({
    ok: true,
    configuration: { ...defaults, port: 0, file: "a.sqlite", store: "dist" },
  });
});

test.each([
  [["--port", "seven"], {}],
  [["--port", ""], {}],
  [["--port", "70000"], {}],
  [["--colour", "red"], {}],
  [["erase"], {}],
  [["serve", "more"], {}],
  [["--file"], {}],
  [[], { TOOLTRAIL_PORT: "7461.5" }],
  [[], { TOOLTRAIL_FILE: "" }],
])("%j %j is refused with the usage", (args, environment) => {
  const configured = readConfiguration(args, environment);
  expect(configured.ok).toBe(false);
  expect(!configured.ok && configured.problems).toMatch(/Usage: node collector\/main\.ts/);
});
