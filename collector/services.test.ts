// All services as processes, with keys from `collector keys`: what they print and store, and what they survive.
import { execFileSync } from "node:child_process";
import { cpSync, globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Child, startChild } from "../bench/collector/child.ts";
import { keyOf, packed, sealAsk } from "../bench/collector/sender.ts";
import { fetchTokens } from "../lib/tokens/fetch-tokens.ts";
import { pinnedKey } from "../lib/tokens/pinned-key.ts";
import { epochOf } from "../schemas/epoch.ts";
import { ledgerSchema } from "../schemas/ledger.ts";
import { gatewayPath, requestType } from "../schemas/sealing.ts";
import { acknowledgementSchema, type Shipment } from "../schemas/shipment.ts";
import { directoryPath, directorySchema, tokenKeysSchema } from "../schemas/tokens.ts";
import { shipment, temporaryFolder, textOf } from "./testing.ts";

const main = join(import.meta.dirname, "main.ts");
const run = (program: string, args: string[]) =>
  execFileSync(process.execPath, [join(import.meta.dirname, program), ...args], {
    encoding: "utf8",
    stdio: "pipe",
  });

async function service(args: string[]): Promise<Child> {
  const child = await startChild(main, args);
  onTestFinished(() => child.stop("SIGKILL"));
  return child;
}

function madeKeys() {
  const folder = temporaryFolder(onTestFinished);
  const keys = join(folder, "keys");
  const args = [
    "keys",
    "--out",
    keys,
    "--weeks",
    "2",
    "--issuer",
    "issuer.example",
    "--origin",
    "collector.example",
  ];
  const printed = run("main.ts", args);
  return { folder, keys, printed, args };
}

/** The collector's and the issuer's keys, a collector, an issuer, and tokens fetched from it. */
async function collecting(more: string[] = []) {
  const { folder, keys } = madeKeys();
  const file = join(folder, "disk", "collector.sqlite");
  const serve = ["serve", "--port", "0", "--file", file, "--keys", join(keys, "collector"), ...more];
  const collector = await service(serve);
  const bearers = join(folder, "bearers.json");
  writeFileSync(
    bearers,
    JSON.stringify({ format: "tooltrail-bearers/1", bearers: { ann: "bearer-canary-of-ann" } }),
  );
  const own = ["--file", join(folder, "issuer-disk", "issuer.sqlite"), "--keys", join(keys, "issuer")];
  const issuer = await service(["issue", "--port", "0", "--bearers", bearers, ...own]);
  const directory = directorySchema.parse(await (await fetch(`${issuer.url}${directoryPath}`)).json());
  const published = tokenKeysSchema.parse(await (await fetch(`${collector.url}/v1/token-keys`)).json());
  const pinned = pinnedKey(epochOf(Date.now()), { directory, published });
  if (!pinned.ok) throw new Error(pinned.reason);
  const getTokens = async (count: number) => {
    const tokens: Uint8Array[] = [];
    await fetchTokens({
      mint: { key: pinned.key, issuer: published.issuer, origin: published.origin },
      address: `${issuer.url}${directory["issuer-request-uri"]}`,
      authorization: "Bearer bearer-canary-of-ann",
      count,
      keep: async (token) => void tokens.push(token),
      signal: new AbortController().signal,
    });
    return tokens;
  };
  const key = keyOf(new Uint8Array(await (await fetch(`${collector.url}${gatewayPath}`)).arrayBuffer()));
  const send = async (url: string, sent: Shipment, token: Uint8Array) => {
    const { bytes, openAnswer } = await sealAsk({ body: packed(textOf(sent)), token }, key);
    const headers = {
      "content-type": requestType,
      "user-agent": "agent-canary",
      "x-canary": "header-canary",
    };
    const response = await fetch(`${url}${gatewayPath}`, { method: "POST", body: bytes, headers });
    if (response.status !== 200) return null;
    return acknowledgementSchema.safeParse(
      await (await openAnswer(new Uint8Array(await response.arrayBuffer()))).json(),
    );
  };
  return { folder, keys, file, serve, collector, issuer, getTokens, send };
}

const everyFile = (folder: string) =>
  globSync("**/*", { cwd: folder })
    .map((name) => join(folder, name))
    .filter((name) => statSync(name).isFile());

test("keys are made once, each in its own folder, and only the owner may read them", () => {
  const { keys, printed, args } = madeKeys();
  expect(globSync("**/*.json", { cwd: keys }).toSorted()).toEqual([
    "client.json",
    "collector/dataset-public-key.json",
    "collector/gateway-keys.json",
    "collector/token-keys.json",
    "dataset/dataset-key.json",
    "issuer/issuer-keys.json",
  ]);
  for (const file of everyFile(keys)) expect(statSync(file).mode & 0o077).toBe(0);
  expect(printed).toMatch(/Take it off this machine now/);
  const secrets = JSON.parse(readFileSync(join(keys, "dataset/dataset-key.json"), "utf8")).secret;
  expect(printed).not.toContain(secrets);
  expect(() => run("main.ts", args)).toThrow(/keys are made once/);
});

test("through the relay to the dataset: and without the dataset key no disk and no other key yields a step", async () => {
  const { folder, keys, file, collector, issuer, getTokens, send } = await collecting();
  const relay = await service(["relay", "--port", "0", "--gateway", `${collector.url}${gatewayPath}`]);
  const tokens = await getTokens(2);
  const sent = shipment();
  expect((await send(relay.url, sent, tokens[0]!))?.data).toMatchObject({ id: sent.id, result: "stored" });
  expect((await send(relay.url, sent, tokens[0]!))?.data).toMatchObject({ result: "repeated" });

  const build = (more: string[]) => ["build", "--from", file, "--out", join(folder, "out"), ...more];
  const named = ["--who", "data team", "--why", "first release"];
  const key = ["--key", join(keys, "dataset", "dataset-key.json")];
  expect(() => run("dataset/main.ts", build(key))).toThrow(/--who and --why/);
  expect(() => run("dataset/main.ts", build(named))).toThrow(/--key/);
  const other = madeKeys();
  const wrong = ["--key", join(other.keys, "dataset", "dataset-key.json")];
  expect(() => run("dataset/main.ts", build([...named, ...wrong]))).toThrow(/another dataset key/);
  expect(run("dataset/main.ts", build([...named, ...key]))).toContain("trajectories: 1");
  const ledger = ledgerSchema.parse(await (await fetch(`${collector.url}/v1/ledger`)).json());
  expect(ledger.entries.map(({ who, why, many }) => [who, why, many])).toEqual([
    ["data team", "first release", null],
    ["data team", "first release", null],
  ]);

  // Everything but the dataset key and what was built with it, as bytes.
  const copy = temporaryFolder(onTestFinished);
  for (const part of ["disk", "issuer-disk", "keys/collector", "keys/issuer"]) {
    cpSync(join(folder, part), join(copy, part), { recursive: true });
  }
  const bytes = Buffer.concat(everyFile(copy).map((one) => readFileSync(one)));
  for (const part of ["choose", "tooltrail/1", sent.eraseTag]) expect(bytes.includes(part)).toBe(false);
  const secret = readFileSync(join(copy, "keys/collector/gateway-keys.json"), "utf8");
  writeFileSync(
    join(copy, "try.json"),
    JSON.stringify({ format: "tooltrail-dataset-key/1", secret: JSON.parse(secret).keys[0].secret }),
  );
  expect(() => run("dataset/main.ts", build([...named, "--key", join(copy, "try.json")]))).toThrow(
    /another dataset key/,
  );

  // No address, header or name of who asked is in any file or line.
  for (const child of [relay, collector, issuer]) await child.stop();
  const lines = [relay, collector, issuer].flatMap(({ printed }) => printed).join("\n");
  const stored = ["disk", "issuer-disk"].flatMap((part) => everyFile(join(folder, part)));
  const said = Buffer.concat(stored.map((one) => readFileSync(one))).toString("latin1") + lines;
  for (const canary of ["agent-canary", "header-canary", "bearer-canary", "ann\n", "user-agent"]) {
    expect(said).not.toContain(canary);
  }
  expect(stored.map((one) => readFileSync(one)).some((one) => one.includes("127.0.0.1"))).toBe(false);
}, 120_000);

test("killed again and again under load, it has every shipment it acknowledged, once", async () => {
  const { collector: first, serve, file, getTokens, send } = await collecting();
  const tokens = await getTokens(40);
  const acknowledged = new Set<string>();
  let collector = first;
  for (let round = 0; round < 5; round++) {
    const batch = tokens.slice(round * 8, round * 8 + 8).map((token) => ({ token, sent: shipment() }));
    const killed = new Promise<void>((done) =>
      setTimeout(() => void collector.stop("SIGKILL").then(done), 5 + round * 12),
    );
    const sendAll = async (url: string) => {
      for (const { token, sent } of batch) {
        const answer = await send(url, sent, token).catch(() => null);
        if (answer?.success) acknowledged.add(answer.data.id);
      }
    };
    await Promise.all([sendAll(collector.url), killed]);
    const before = new Set(acknowledged);
    collector = await service(serve);
    // Whoever got no answer sends again, with the same token: nothing is lost and nothing is there twice.
    await sendAll(collector.url);
    for (const { sent } of batch) expect(acknowledged.has(sent.id)).toBe(true);
    for (const id of before) expect(acknowledged.has(id)).toBe(true);
  }
  await collector.stop();
  const { DatabaseSync } = await import("node:sqlite");
  const database = new DatabaseSync(file, { readOnly: true });
  const ids = database
    .prepare("SELECT id FROM shipments")
    .all()
    .map(({ id }) => String(id));
  database.close();
  expect(ids.toSorted()).toEqual([...acknowledged].toSorted());
  expect(ids).toHaveLength(40);
}, 180_000);

test("who sends headers or a body drop by drop is cut off, and others are answered meanwhile", async () => {
  const { collector } = await collecting(["--header-seconds", "1", "--body-seconds", "2"]);
  const port = Number(new URL(collector.url).port);
  const drip = (start: string): [Socket, Promise<unknown>] => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {});
    socket.write(start);
    const timer = setInterval(() => socket.write("x"), 100);
    // A reset is an end as well; `once` would call it a failure.
    const ended = new Promise<void>((done) => socket.once("close", () => done())).finally(() =>
      clearInterval(timer),
    );
    socket.resume();
    return [socket, ended];
  };
  const head = `POST ${gatewayPath} HTTP/1.1\r\nHost: a\r\n`;
  const slow = Array.from({ length: 20 }, (_, at) =>
    drip(at % 2 ? `${head}X-A: ` : `${head}Content-Type: ${requestType}\r\nContent-Length: 1024\r\n\r\n`),
  );
  expect((await fetch(`${collector.url}/healthz`)).status).toBe(200);
  await Promise.all(slow.map(([, ended]) => ended));
  expect((await fetch(`${collector.url}/readyz`)).status).toBe(200);
}, 60_000);
