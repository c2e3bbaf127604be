import { expect, test } from "vitest";
import type { StoreKey } from "../../schemas/company.ts";
import type { Stop } from "../../schemas/stop.ts";
import { readStop } from "./read-signed.ts";
import type { PolicyState } from "./state.ts";
import { judgeStop, keptStopAfter, withStop } from "./stop.ts";
import { createSigner } from "./testing-signer.ts";

const said = (stop: boolean, at: number, until = at + 1000): Stop => ({
  format: "tooltrail-stop/1",
  stop,
  at,
  until,
});
const { key, sign } = await createSigner();
const other = await createSigner();

test("what the store's key signed is read, whatever follows the last line", async () => {
  const text = await sign(said(true, 5));
  expect(await readStop(`${text}\n`, key)).toEqual(said(true, 5));
});

const flipped = (text: string, at: number) =>
  `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

test.each<[string, () => Promise<string>]>([
  ["another key", () => other.sign(said(true, 5))],
  [
    "another content under the signature",
    async () => {
      const [head, , signature] = (await sign(said(true, 5))).split(".");
      return `${head}.${base64url(said(false, 5))}.${signature}`;
    },
  ],
  ["a flipped byte of the content", async () => flipped(await sign(said(true, 5)), 40)],
  ["a flipped byte of the signature", async () => flipped(await sign(said(true, 5)), 190)],
  [
    "no signature",
    async () => {
      const [, body] = (await sign(said(true, 5))).split(".");
      return `${base64url({ alg: "none" })}.${body}.`;
    },
  ],
  ["another algorithm in the head", () => sign(said(true, 5), { alg: "HS256" })],
  ["more in the head than is understood", () => sign(said(true, 5), { alg: "ES256", crit: ["b64"] })],
  ["another format", () => sign({ ...said(true, 5), format: "tooltrail-stop/2" })],
  ["a field that nobody knows", () => sign({ ...said(true, 5), who: "everybody" })],
  ["a stop that is a word", () => sign({ ...said(true, 5), stop: "yes" })],
  ["no object", () => sign("stop")],
  ["no stop file at all", async () => "<html>Sign in</html>"],
  ["nothing", async () => ""],
])("%s is not believed", async (_, make) => {
  expect(await readStop(await make(), key)).toBeNull();
});

test("a key that is none lets nothing through, and does not throw", async () => {
  const broken: StoreKey = { ...key, x: key.y };
  expect(await readStop(await sign(said(true, 5)), broken)).toBeNull();
});

test("an older one lifts nothing, and one of the same moment says nothing else", () => {
  const kept = { stop: true, at: 10, since: 12 };
  expect(judgeStop(kept, said(false, 9), 13)).toBe("older");
  expect(judgeStop(kept, said(false, 10), 13)).toBe("older");
  expect(judgeStop(kept, said(true, 10), 13)).toBe("known");
  expect(judgeStop(kept, said(false, 11), 13)).toBe("new");
  expect(keptStopAfter(kept, said(false, 9), 13)).toBe(kept);
});

test("one out of date lifts no stop; a stop is followed however old it is, and has no end", () => {
  const kept = { stop: true, at: 10, since: 12 };
  expect(judgeStop(kept, said(false, 20, 30), 31)).toBe("expired");
  expect(judgeStop(undefined, said(false, 20, 30), 31)).toBe("expired");
  expect(judgeStop(kept, said(false, 20, 30), 30)).toBe("new");
  expect(judgeStop(undefined, said(true, 20, 30), 1e12)).toBe("new");
});

test("a stop lasts since it came, also signed anew, and ends by the company's word", () => {
  const first = keptStopAfter(undefined, said(true, 10), 100);
  expect(first).toEqual({ stop: true, at: 10, since: 100 });
  const again = keptStopAfter(first, said(true, 20), 200);
  expect(again).toEqual({ stop: true, at: 20, since: 100 });
  expect(keptStopAfter(again, said(false, 30), 300)).toEqual({ stop: false, at: 30, since: 300 });
});

test("it stops whatever the policy says, and lifts nothing that the policy stops", () => {
  const policy = { company: "Corp" };
  const states: PolicyState[] = [
    { is: "none" },
    { is: "waiting", since: 0, until: null },
    { is: "in-force", policy, since: 1 },
    { is: "refused", at: 2, why: [], lastGood: null },
  ];
  for (const state of states) {
    expect(withStop(state, { stop: true, at: 1, since: 7 })).toMatchObject({ is: "stopped", since: 7 });
    expect(withStop(state, { stop: false, at: 1, since: 7 })).toBe(state);
    expect(withStop(state, undefined)).toBe(state);
  }
  const byPolicy: PolicyState = { is: "stopped", since: 3, policy: { stop: true } };
  for (const stop of [true, false]) expect(withStop(byPolicy, { stop, at: 1, since: 7 })).toBe(byPolicy);
});
