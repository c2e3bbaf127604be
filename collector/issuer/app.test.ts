import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fetchTokens } from "../../lib/tokens/fetch-tokens.ts";
import { authorizationOf, beginToken } from "../../lib/tokens/mint.ts";
import { pinnedKey } from "../../lib/tokens/pinned-key.ts";
import { epochAfter, startOf } from "../../schemas/epoch.ts";
import { directoryPath, directorySchema, tokenRequestType } from "../../schemas/tokens.ts";
import { redeemerOf } from "../tokens/redeem.ts";
import { issuer, mintFor, newPem, published } from "./testing.ts";

const epoch = "2026-W47";
const pem = newPem();
const keys = new Map([[epoch, pem]]);
const address = "http://issuer.example/token-request";

const getTokens = async (
  to: { fetch: typeof globalThis.fetch },
  count: number,
  bearer = "bearer-of-ann",
  key = pem,
) => {
  const tokens: Uint8Array[] = [];
  const told = await fetchTokens({
    mint: mintFor(key),
    address,
    authorization: `Bearer ${bearer}`,
    count,
    keep: async (token) => void tokens.push(token),
    signal: new AbortController().signal,
    fetch: to.fetch,
  });
  return { tokens, ...told };
};

test("everybody gets the same number a week, and each token is good", async () => {
  const now = () => startOf(epoch) + 9000;
  const to = issuer({ keys, now, limit: 3 });
  const ann = await getTokens(to, 4);
  const bob = await getTokens(to, 4, "bearer-of-bob");
  for (const one of [ann, bob]) expect(one).toMatchObject({ kept: 3, end: "too-many" });
  const redeem = redeemerOf(published(keys), 1);
  const redeemed = [...ann.tokens, ...bob.tokens].map((token) => redeem(authorizationOf(token), now()));
  expect(new Set(redeemed.map((one) => typeof one === "object" && one.nullifier.toString("hex"))).size).toBe(
    6,
  );
  expect(to.lines).toEqual([]);
});

test("a new week brings a new budget under a new key, and of the old nothing is left in the files", async () => {
  let at = startOf(epoch);
  const next = epochAfter(epoch, 1);
  const pems = new Map([...keys, [next, newPem()]]);
  const to = issuer({ keys: pems, now: () => at, limit: 1 });
  expect(await getTokens(to, 2)).toMatchObject({ kept: 1, end: "too-many" });
  const files = () => Buffer.concat([readFileSync(to.file), readFileSync(`${to.file}-wal`)]);
  expect(files().includes(epoch)).toBe(true);
  expect(files().includes("ann")).toBe(false);
  at = startOf(next);
  expect(await getTokens(to, 2)).toMatchObject({ kept: 0, end: "retry" });
  expect(await getTokens(to, 2, "bearer-of-ann", pems.get(next))).toMatchObject({ kept: 1, end: "too-many" });
  expect(files().includes(epoch)).toBe(false);
});

test("nobody, a wrong bearer and a broken sign-on get nothing", async () => {
  const to = issuer({ keys, now: () => startOf(epoch) });
  expect(await getTokens(to, 1, "bearer-of-eve")).toMatchObject({ kept: 0, end: "unknown-person" });
  const away = issuer({
    keys,
    now: () => startOf(epoch),
    attester: async () => {
      throw new Error("names ann");
    },
  });
  expect(await getTokens(away, 1)).toMatchObject({ kept: 0, end: "retry" });
  expect(away.lines).toEqual([]);
});

test("what is not a request for this week's key is refused and costs nothing", async () => {
  const to = issuer({ keys, now: () => startOf(epoch), limit: 1 });
  const { request } = await beginToken(mintFor(pem));
  const send = async (body: Uint8Array<ArrayBuffer>, type = tokenRequestType) => {
    const headers = { "content-type": type, authorization: "Bearer bearer-of-ann" };
    return (await to.fetch(address, { method: "POST", body, headers })).status;
  };
  const changed = (at: number, value: number) =>
    Uint8Array.from(request, (byte, i) => (i === at ? value : byte));
  expect(await send(request, "text/plain")).toBe(415);
  expect(await send(request.slice(1))).toBe(422);
  expect(await send(new Uint8Array(5000))).toBe(422);
  expect(await send(changed(1, 1))).toBe(422);
  expect(await send(changed(2, request[2]! ^ 1))).toBe(422);
  expect(await send(Uint8Array.from([...request.subarray(0, 3), ...new Uint8Array(256).fill(255)]))).toBe(
    422,
  );
  expect(await send(request)).toBe(200);
  expect(await send(request)).toBe(429);
});

test("an issuer with a key for one person is found out before a token is fetched", async () => {
  const told = async (pems: ReadonlyMap<string, string>) => {
    const { app } = issuer({ keys: pems, now: () => startOf(epoch) });
    return directorySchema.parse(await (await app.request(directoryPath)).json());
  };
  const everybodys = await told(keys);
  const anns = await told(new Map([[epoch, newPem()]]));
  const ours = published(keys);
  const ok = pinnedKey(epoch, { directory: everybodys, published: ours });
  expect(ok).toMatchObject({ ok: true, key: mintFor(pem).key });
  const differ = { ok: false, reason: "keys-differ" };
  expect(pinnedKey(epoch, { directory: anns, published: ours })).toEqual(differ);
  const both = { ...everybodys, "token-keys": [...everybodys["token-keys"], ...anns["token-keys"]] };
  expect(pinnedKey(epoch, { directory: both, published: ours })).toEqual(differ);
  const two = { ...ours, keys: [...ours.keys, { epoch, key: anns["token-keys"][0]!["token-key"] }] };
  expect(pinnedKey(epoch, { directory: everybodys, published: two })).toEqual(differ);
  const pinned = { [epoch]: anns["token-keys"][0]!["token-key"] };
  expect(pinnedKey(epoch, { directory: everybodys, published: ours, pinned })).toEqual(differ);
  expect(pinnedKey("2026-W40", { directory: everybodys, published: ours })).toMatchObject({
    reason: "no-key",
  });
});
