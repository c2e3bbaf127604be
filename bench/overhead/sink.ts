// Answers the peers on loopback as their own services do, and counts what they ship.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync, gzipSync, inflateSync } from "node:zlib";

/** Bytes of a request's body without and with gzip. */
export interface Shipped {
  raw: number;
  gzip: number;
}

export interface Sink {
  origin: string;
  /** All bodies since the last question. */
  take(): Shipped;
  close(): Promise<void>;
}

/** What they need to go on, by the end of the address. */
const answers: [path: RegExp, body: () => object][] = [
  [
    /\/v1\/web\/start$/,
    () => ({
      token: "bench",
      userUUID: "bench",
      projectID: "1",
      sessionID: "1",
      delay: 0,
      startTimestamp: Date.now(),
      beaconSizeLimit: 1_000_000,
      compressionThreshold: 24_000,
    }),
  ],
  [/\/v1\/web\/conditions/, () => ({ conditions: [] })],
  [/\/v1\/web\/tags/, () => ({ tags: [] })],
  [/\/array\/.*\/config$/, () => ({ supportedCompression: ["gzip", "gzip-js"], autocapture_opt_out: false })],
  [/\/flags/, () => ({ featureFlags: {}, featureFlagPayloads: {}, errorsWhileComputingFlags: false })],
  [/\/e$/, () => ({ status: 1 })],
];

const isGzip = (body: Buffer) => body[0] === 0x1f && body[1] === 0x8b;
const isZlib = (body: Buffer) => body[0] === 0x78 && (body[0]! * 256 + body[1]!) % 31 === 0;

/** A body as it is without its own compression; a Sentry envelope has it after lines of JSON. */
function unpacked(body: Buffer): Buffer {
  if (isGzip(body)) return gunzipSync(body);
  if (isZlib(body)) return inflateSync(body);
  const at = body.indexOf(Buffer.from([0x0a, 0x78]));
  if (at < 0 || body[0] !== 0x7b) return body;
  try {
    return Buffer.concat([body.subarray(0, at + 1), inflateSync(body.subarray(at + 1))]);
  } catch {
    // Text that only looks like it.
    return body;
  }
}

function sizeOf(body: Buffer): Shipped {
  const plain = unpacked(body);
  return { raw: plain.length, gzip: plain === body ? gzipSync(body).length : body.length };
}

export async function startSink(): Promise<Sink> {
  let shipped: Shipped = { raw: 0, gzip: 0 };
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?")[0]!.replace(/\/$/, "");
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const body = Buffer.concat(pieces);
      if (body.length > 0) {
        const { raw, gzip } = sizeOf(body);
        shipped = { raw: shipped.raw + raw, gzip: shipped.gzip + gzip };
      }
      const answer = answers.find(([known]) => known.test(path))?.[1]() ?? {};
      response.writeHead(200, {
        "content-type": "application/json",
        "access-control-allow-origin": request.headers.origin ?? "*",
        "access-control-allow-credentials": "true",
        "access-control-allow-headers": request.headers["access-control-request-headers"] ?? "*",
        "access-control-allow-methods": "GET, POST, OPTIONS",
        "cache-control": "no-store",
      });
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = shipped;
      shipped = { raw: 0, gzip: 0 };
      return taken;
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
