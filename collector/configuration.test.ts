import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { readConfiguration } from "./configuration.ts";
import { temporaryFolder } from "./testing.ts";

const defaults = {
  host: "127.0.0.1",
  port: 7461,
  file: ".tooltrail/collector.sqlite",
  store: ".output",
  weeks: 26,
  grace: 1,
  most: 512,
  late: 2000,
  readers: availableParallelism(),
  headerSeconds: 10,
  bodySeconds: 30,
};
const serve = (more: object) => ({ ok: true, command: "serve", configuration: { ...defaults, ...more } });

test("this machine only, unless told otherwise", () => {
  expect(readConfiguration([], {})).toEqual(serve({}));
  expect(readConfiguration(["serve"], { PATH: "x" })).toEqual(serve({}));
});

test("the command line wins over the environment, and that over the file", () => {
  const file = `${temporaryFolder(onTestFinished)}/collector.json`;
  writeFileSync(file, JSON.stringify({ port: 1, file: "from-file.sqlite", weeks: 4, headerSeconds: 2 }));
  const environment = { TOOLTRAIL_PORT: "8000", TOOLTRAIL_FILE: "a.sqlite", TOOLTRAIL_CONFIG: file };
  expect(
    readConfiguration(["serve", "--port", "0", "--store", "dist", "--body-seconds", "3"], environment),
  ).toEqual(serve({ port: 0, file: "a.sqlite", store: "dist", weeks: 4, headerSeconds: 2, bodySeconds: 3 }));
});

test("each service has its own", () => {
  const relay = readConfiguration(["relay", "--gateway", "http://127.0.0.1:1/x"], {});
  expect(relay).toMatchObject({ ok: true, command: "relay", configuration: { port: 7481, connections: 32 } });
  const issue = readConfiguration(["issue", "--sign-on", "https://a.example"], { TOOLTRAIL_KEYS: "k" });
  expect(issue).toMatchObject({
    command: "issue",
    configuration: { keys: "k", signOn: "https://a.example" },
  });
  const keys = readConfiguration(
    ["keys", "--out", "k", "--issuer", "i.example", "--origin", "c.example:8443"],
    {},
  );
  expect(keys).toMatchObject({ command: "keys", configuration: { weeks: 26 } });
});

test.each([
  [["--port", "seven"], {}],
  [["--port", ""], {}],
  [["--port", "70000"], {}],
  [["--colour", "red"], {}],
  [["erase"], {}],
  [["serve", "more"], {}],
  [["--file"], {}],
  [["relay"], {}],
  [["relay", "--gateway", "ftp://a.example"], {}],
  [["keys", "--out", "k", "--issuer", "I nc", "--origin", "c"], {}],
  [["serve", "--config", "/nowhere.json"], {}],
  [["serve"], { TOOLTRAIL_CONFIG: import.meta.filename }],
  [[], { TOOLTRAIL_PORT: "7461.5" }],
  [[], { TOOLTRAIL_FILE: "" }],
])("%j %j is refused with the usage", (args, environment) => {
  const configured = readConfiguration(args, environment);
  expect(configured.ok).toBe(false);
  expect(!configured.ok && configured.problems).toMatch(/Usage: npm run collector --/);
});

test("who asks for help is told, and nothing is started", () => {
  const usage = (args: string[]) => {
    const asked = readConfiguration(args, {});
    return asked.ok && asked.command === "help" ? asked.configuration.usage : null;
  };
  expect(usage(["--help"])?.split("\n")).toHaveLength(9);
  for (const args of [["help"], ["-h"]]) expect(usage(args)).toBe(usage(["--help"]));
  expect(usage(["keys", "--help"])).toBe(
    "Usage: npm run collector -- keys --out VALUE [--weeks 26] --issuer VALUE --origin VALUE [--config FILE.json]",
  );
});
