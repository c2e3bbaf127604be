// Small web servers on loopback: files of a folder, and answers of their own.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { setTimeout as after } from "node:timers/promises";

export interface Served {
  /** Without a last slash. */
  origin: string;
  close(): Promise<void>;
}

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".woff2": "font/woff2",
  ".png": "image/png",
};

export type Answer = { type: string; body: string | Buffer } | undefined;

/** Answers with the file of the first folder that has it. */
export function fromFolders(path: string, folders: Readonly<Record<string, string>>): Answer {
  for (const [prefix, folder] of Object.entries(folders)) {
    if (!path.startsWith(prefix)) continue;
    const inside = normalize(path.slice(prefix.length) || "index.html");
    const file = join(folder, inside);
    if (inside.startsWith("..") || !existsSync(file) || !statSync(file).isFile()) continue;
    return { type: types[extname(file)] ?? "application/octet-stream", body: readFileSync(file) };
  }
  return undefined;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const piece of request) text += piece;
  return text;
}

/** Serves on a free port. `host` is the name that pages see: another name is another origin. */
export async function serve(
  answer: (path: string, body: string) => Answer | Promise<Answer>,
  host: "127.0.0.1" | "localhost" = "127.0.0.1",
): Promise<Served> {
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    void (async () => {
      const found = await answer((request.url ?? "/").split("?")[0]!, await bodyOf(request));
      response.statusCode = found ? 200 : 404;
      response.setHeader("content-type", found?.type ?? "text/plain");
      response.setHeader("cache-control", "no-store");
      response.end(found?.body ?? "not found");
    })();
  });
  await new Promise<void>((listening) => server.listen(0, host, listening));
  return {
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** A port of loopback that nobody listens on at this moment. */
export const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });

/** Resolves when an address answers. */
export async function answers(address: string, seconds = 30): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(2000) });
      await response.arrayBuffer();
      return;
    } catch {
      // Not listening yet.
      await after(50);
    }
  }
  throw new Error(`${address} did not answer within ${seconds} s.`);
}
