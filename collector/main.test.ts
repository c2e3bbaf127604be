// The collector as a process on a real socket: ready line, answers, stop, start again.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { shipment, temporaryFolder, textOf } from "./testing.ts";

async function start(file: string) {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, "main.ts"), "serve", "--port", "0", "--file", file],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  const printed: string[] = [];
  const lines = createInterface({ input: child.stdout! });
  const ready = new Promise<string>((resolve, reject) => {
    lines.on("line", (line) => {
      printed.push(line);
      const url = /^Collector listens on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1];
      if (url) resolve(url);
    });
    child.once("exit", (code) => reject(new Error(`ended with ${code}`)));
  });
  const url = await ready;
  const stop = async (signal: NodeJS.Signals) => {
    const ended = once(child, "exit");
    child.kill(signal);
    return (await ended)[0];
  };
  const send = async (body: Uint8Array<ArrayBuffer>) => {
    const response = await fetch(`${url}/v1/shipments`, { method: "POST", body });
    return { status: response.status, body: await response.json() };
  };
  return { url, send, stop, printed };
}

test("it says where it listens, keeps rows over a restart, and stops gracefully", async () => {
  const file = join(temporaryFolder(onTestFinished), "new", "collector.sqlite");
  const body = new Uint8Array(gzipSync(textOf(shipment())));
  const first = await start(file);
  expect((await first.send(body)).body).toMatchObject({ result: "stored" });
  expect((await first.send(new Uint8Array(300_000))).status).toBe(413);
  expect((await first.send(new Uint8Array(gzipSync(new Uint8Array(2_000_000))))).status).toBe(413);
  expect(await (await fetch(`${first.url}/healthz`)).json()).toEqual({ ok: true });
  expect(await first.stop("SIGTERM")).toBe(0);
  // Requests leave no line: configuration, demonstration, ready, stopped.
  expect(first.printed).toHaveLength(4);
  const second = await start(file);
  expect((await second.send(body)).body).toMatchObject({ result: "repeated" });
  expect(await second.stop("SIGINT")).toBe(0);
});

test("a path that climbs is not resolved on the wire either", async () => {
  const { url } = await start(join(temporaryFolder(onTestFinished), "collector.sqlite"));
  // A plain socket, because fetch would resolve the dots before it sends.
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.end("GET /store/../../package.json HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
  const answer = Buffer.concat(await socket.toArray()).toString();
  expect(answer).toMatch(/^HTTP\/1\.1 404 /);
});
