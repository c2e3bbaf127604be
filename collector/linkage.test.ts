// P7, the other side's half: who runs the collector, with its keys, its file, its lines and a capture in front of it,
// links no two shipments of a person who sends through the relay. The sender's half, when things are sent, is
// lib/shipping/linkage.test.ts.
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startChild } from "../bench/collector/child.ts";
import { keyOf, tokenMaker } from "../bench/collector/sender.ts";
import { attacks, mostByChance, rightGuesses } from "../bench/linkage/attacks.ts";
import { startCapture } from "../bench/linkage/capture.ts";
import { type Known, knownOf, work } from "../bench/linkage/office.ts";
import { epochOf } from "../schemas/epoch.ts";
import { gatewayPath } from "../schemas/sealing.ts";
import { readCollectorKeys, readIssuerKeys } from "./keys/key-files.ts";
import { makeKeys } from "./keys/make-keys.ts";
import { temporaryFolder } from "./testing.ts";

const [people, each] = [50, 6];
const main = join(import.meta.dirname, "main.ts");

/** A week of the office, with or without the relay: what the other side knows, and every line of both services. */
async function office(through: "relay" | "nothing"): Promise<{ known: Known[]; lines: string[] }> {
  const folder = temporaryFolder(onTestFinished);
  makeKeys({
    out: join(folder, "keys"),
    weeks: 1,
    issuer: "issuer.example",
    origin: "collector.example",
  });
  const keys = join(folder, "keys", "collector");
  const file = join(folder, "collector.sqlite");
  const collector = await startChild(main, ["serve", "--port", "0", "--file", file, "--keys", keys]);
  onTestFinished(() => collector.stop("SIGKILL"));
  const capture = await startCapture(collector.url);
  onTestFinished(capture.stop);
  const to = ["--gateway", `${capture.url}${gatewayPath}`, "--connections", "4"];
  const relay = await startChild(main, ["relay", "--port", "0", ...to]);
  onTestFinished(() => relay.stop("SIGKILL"));
  const { gateway, tokens } = readCollectorKeys(keys);
  const pem = readIssuerKeys(join(folder, "keys", "issuer")).get(epochOf(Date.now()))!;
  const truth = await work({
    ...{ people, each, url: through === "relay" ? relay.url : capture.url },
    ...{ key: keyOf(gateway.published), token: tokenMaker(pem, tokens) },
  });
  await relay.stop();
  await collector.stop();
  const known = knownOf(capture.captured, truth, { file, gateway });
  expect(known).toHaveLength(people * each);
  return { known, lines: [...collector.printed, ...relay.printed] };
}

const most = mostByChance(people, each);
const linking = (known: readonly Known[]) =>
  Object.entries(attacks)
    .map(([name, attack]) => [name, rightGuesses(known, attack)] as const)
    .filter(([, right]) => right > most);

test("neither capture nor file nor lines link what one person sent", async () => {
  const { known, lines } = await office("relay");
  expect(known.every(({ nameAt, bytesAt }) => nameAt > 0 && bytesAt > 0)).toBe(true);
  expect(new Set(known.map(({ size }) => size)).size).toBeGreaterThan(1);
  expect(linking(known)).toEqual([]);
  // Beyond guessing: these say nothing of anybody.
  expect(new Set(known.map(({ headers }) => headers)).size).toBe(1);
  expect(new Set(known.map(({ tokenKey }) => tokenKey)).size).toBe(1);
  expect(new Set(known.map(({ connection }) => connection)).size).toBeLessThanOrEqual(4);
  // Two lines each at the start, one at the end; none between.
  expect(lines.filter((line) => !/^(Configuration:|\w+ (listens on|stopped;))/.test(line))).toEqual([]);

  // Each attack finds the leak that it is there for.
  const planted: Record<string, Partial<Record<keyof typeof attacks, (one: Known) => Partial<Known>>>> = {
    together: { order: ({ who, at }) => ({ at: who * 1000 + (at % 7) }) },
    keys: { "token key": ({ who }) => ({ tokenKey: `key of ${who}` }) },
    rows: { "place of the row": ({ who, at }) => ({ nameAt: who * 1e6 + at }) },
    bytes: { "place of the bytes": ({ who, at }) => ({ bytesAt: who * 1e6 + at }) },
    lengths: { size: ({ who }) => ({ size: 1000 + who }) },
    stored: { "stored size": ({ who }) => ({ storedSize: 1000 + who }) },
    names: {
      name: ({ who, id }) => ({
        id: `${Buffer.from([who]).toString("base64url")}AAAAA${id.slice(7)}`,
      }),
    },
  };
  for (const leaks of Object.values(planted))
    for (const [name, leak] of Object.entries(leaks)) {
      const leaking = known.map((one) => ({ ...one, ...leak(one) }));
      expect([name, rightGuesses(leaking, attacks[name as keyof typeof attacks])]).toEqual([
        name,
        people * each,
      ]);
    }
}, 120_000);

test("without the relay the same attacks link nearly everything: connections and headers", async () => {
  const { known } = await office("nothing");
  expect(rightGuesses(known, attacks.headers)).toBe(people * each);
  // One that rests too long between two requests is closed, and the person comes back by another.
  expect(rightGuesses(known, attacks.connection)).toBeGreaterThan(people * each * 0.5);
  expect(rightGuesses(known, attacks["all of it"])).toBeGreaterThan(people * each * 0.5);
}, 120_000);
