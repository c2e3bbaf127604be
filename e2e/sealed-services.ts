// Collector, issuer and relay as processes, with keys of their own, on a clock that stands in the middle of a week: the
// extension's clock is moved to the same, so that days may go by without the week's end.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { epochOf, startOf } from "../schemas/epoch.ts";
import { collectorPort } from "./collector.ts";
import type { Person } from "./person.ts";

const [issuerPort, relayPort] = [collectorPort + 1000, collectorPort + 2000];
const at = (port: number) => `http://127.0.0.1:${port}`;
const bearer = "bearer-of-ann-in-this-spec";

/** To Wednesday noon of this week. */
export const toWednesday = (): number => startOf(epochOf(Date.now())) + 2.5 * 24 * 3_600_000 - Date.now();

async function run(args: string[], shift: number, ready: RegExp): Promise<() => Promise<void>> {
  const moved = `data:text/javascript,const n=Date.now;Date.now=()=>n()+(${shift})`;
  const child = spawn(process.execPath, ["--import", moved, "collector/main.ts", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((done, failed) => {
    createInterface({ input: child.stdout }).on("line", (line) => ready.test(line) && done());
    child.once("exit", (code) => (code === 0 ? done() : failed(new Error(`${args[0]} ended with ${code}.`))));
  });
  return async () => {
    if (child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill();
    await ended;
  };
}

/** What the collector is asked without the relay in between: this stands where the extension knows it. */
async function startFront(to: string, asked: string[]): Promise<() => Promise<void>> {
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const answer = await fetch(`${to}${request.url}`);
    const body = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, {
      ...Object.fromEntries(answer.headers),
      "content-length": body.length,
    });
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(collectorPort, "127.0.0.1", listening));
  return () =>
    new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
}

/** Starts all; `asked` is what came to the collector itself, and not from the relay. */
export async function startSealedServices(folder: string, shift: number, behind: number) {
  const keys = join(folder, "keys");
  const names = ["--issuer", "issuer.example", "--origin", "collector.example"];
  await run(["keys", "--out", keys, "--weeks", "2", ...names], shift, /^Made in/);
  const bearers = join(folder, "bearers.json");
  writeFileSync(bearers, JSON.stringify({ format: "tooltrail-bearers/1", bearers: { ann: bearer } }));
  const file = join(folder, "collector.sqlite");
  const asked: string[] = [];
  const listens = /listens on/;
  const own = ["--file", join(folder, "issuer.sqlite"), "--keys", join(keys, "issuer")];
  const gateway = `${at(behind)}/.well-known/ohttp-gateway`;
  const started = await Promise.allSettled([
    run(["serve", "--port", `${behind}`, "--file", file, "--keys", join(keys, "collector")], shift, listens),
    run(["issue", "--port", `${issuerPort}`, "--bearers", bearers, ...own], shift, listens),
    run(["relay", "--port", `${relayPort}`, "--gateway", gateway], shift, listens),
    startFront(at(behind), asked),
  ]);
  const stops = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const stop = async () => void (await Promise.all(stops.map((each) => each())));
  // One that did not start leaves none of the others behind.
  const failed = started.find((one) => one.status === "rejected");
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return {
    asked,
    /** Ids of what is stored, and how many erasures, read from the file without the collector's code. */
    stored(): { ids: string[]; erased: number; text: string } {
      const database = new DatabaseSync(file, { readOnly: true });
      try {
        const rows = database.prepare("SELECT id, bytes FROM shipments").all();
        const erased = database.prepare("SELECT count(*) AS n FROM tombstones").get();
        const text = rows.map(({ bytes }) => Buffer.from(bytes as Uint8Array).toString("latin1")).join("");
        return { ids: rows.map(({ id }) => String(id)), erased: Number(erased!.n), text };
      } finally {
        database.close();
      }
    },
    stop,
  };
}

/** What a managed browser would be told: a spec cannot manage one. */
export const usesServices = (person: Person): Promise<void> =>
  person.options.evaluate((services) => chrome.storage.local.set({ services }), {
    issuer: at(issuerPort),
    relay: at(relayPort),
    bearer,
  });
