// The same is read in threads as without them, and a thread that ends takes nothing with it that was acknowledged.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { keyOf, packed, sealAsk, tokenMaker } from "../../bench/collector/sender.ts";
import { epochOf } from "../../schemas/epoch.ts";
import { readCollectorKeys, readIssuerKeys } from "../keys/key-files.ts";
import { makeKeys } from "../keys/make-keys.ts";
import { shipment, temporaryFolder, textOf } from "../testing.ts";
import { readerOf } from "./reader-of.ts";
import { readingThreads, type ThreadsOptions } from "./threads.ts";

function started(more: Partial<ThreadsOptions> = {}) {
  const out = join(temporaryFolder(onTestFinished), "keys");
  makeKeys({ out, weeks: 1, issuer: "issuer.example", origin: "collector.example" });
  const keys = join(out, "collector");
  const lines: string[] = [];
  const terms = { weeks: 26, grace: 1 };
  const threads = readingThreads({
    ...{ keys, ...terms, count: 2, report: (line) => lines.push(line) },
    ...more,
  });
  onTestFinished(() => threads.close());
  const { gateway, tokens, datasetKey } = readCollectorKeys(keys);
  const pem = readIssuerKeys(join(out, "issuer")).get(epochOf(Date.now()))!;
  const token = tokenMaker(pem, tokens);
  const seal = async (body: Uint8Array, path?: string) =>
    (await sealAsk({ body, token: token(), ...(path ? { path } : {}) }, keyOf(gateway.published))).bytes;
  const here = readerOf({ gateway, tokens, datasetKey, ...terms });
  return { threads, lines, seal, here: (sealed: Uint8Array) => here(sealed, Date.now()) };
}

test("a hundred at once are each answered with what they said", async () => {
  const { threads, seal } = started();
  const sent = Array.from({ length: 100 }, () => shipment());
  const sealed = await Promise.all(sent.map((one) => seal(packed(textOf(one)))));
  const found = await Promise.all(sealed.map((one) => threads.read(one)));
  const ids = found.map((one) => "wish" in one && one.wish.is === "shipment" && one.wish.arrival.id);
  expect(ids).toEqual(sent.map(({ id }) => id));
  // No window on memory of others crosses over.
  for (const one of found) {
    if (!("wish" in one) || one.wish.is !== "shipment") throw new Error("not a shipment");
    const { bytes, check, token } = one.wish.arrival;
    const all = [bytes, check, token!.nullifier, ...Object.values(one.answer)];
    for (const each of all) expect(each.buffer.byteLength).toBe(each.byteLength);
    expect(check).toHaveLength(createHash("sha256").digest().length);
  }
});

test("what is no good is refused by the same name as without threads", async () => {
  const { threads, seal, here, lines } = started();
  const text = textOf(shipment());
  const bodies = [
    Buffer.from("no gzip"),
    packed(new Uint8Array(50_000_000)),
    packed("[".repeat(400_000) + "]".repeat(400_000)),
    packed(text.replace('"format"', '"__proto__":{"a":1},"format"')),
    packed(text.replace('"format"', '"\\ud800":1,"format"')),
    packed(`${text} `),
  ];
  const all = [
    ...(await Promise.all(bodies.map((body) => seal(body)))),
    await seal(Buffer.alloc(0), "/v1/people"),
  ];
  const wishes = await Promise.all(all.map(async (one) => [await threads.read(one), here(one)] as const));
  for (const [there, own] of wishes) {
    if (!("wish" in there && "wish" in own)) throw new Error("it did not open");
    expect(there.wish).toEqual(own.wish);
    expect(there.wish.is).toBe("refused");
  }
  expect(await threads.read(new Uint8Array(1024))).toEqual({ closed: "not-sealed" });
  expect(lines).toEqual([]);
});

test("a thread that ends rejects what it was reading, says so once, and another takes its place", async () => {
  const code = `import { parentPort } from "node:worker_threads";
    parentPort.on("message", ({ lengths, bodies }) => {
      if (bodies[0] === 0) throw new RangeError("what was sent");
      parentPort.postMessage(lengths.map(() => ({ closed: "not-sealed" })));
    });`;
  const program = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
  const { threads, lines } = started({ program, count: 1 });
  const bad = [threads.read(Uint8Array.of(0)), threads.read(Uint8Array.of(1))];
  expect((await Promise.allSettled(bad)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(lines).toEqual(["A reading thread ended (RangeError); nothing of what it read was kept."]);
  expect(await threads.read(Uint8Array.of(1))).toEqual({ closed: "not-sealed" });
  await threads.close();
  await expect(threads.read(Uint8Array.of(1))).rejects.toThrow(/stopping/);
  expect(lines).toHaveLength(1);
});
