// A store whose web server is in other hands: it says and gives what it likes, but has not the key.

import { createHash, generateKeyPairSync } from "node:crypto";
import { createServer, type Server } from "node:http";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { writeCrx } from "../scripts/pack/write-crx.ts";

/** Another key than the company's, of the same kind. */
export const otherKey = (): string =>
  generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
    type: "pkcs8",
    format: "pem",
  }) as string;

/** The same package as another version, under a key. */
export function repacked(crx: Buffer, version: string, pem: string): Promise<Buffer> {
  // "Cr24", the format's number, the header's length, the header; then the archive.
  const files = unzipSync(crx.subarray(12 + crx.readUInt32LE(8)));
  const manifest = JSON.parse(strFromU8(files["manifest.json"]!)) as Record<string, unknown>;
  files["manifest.json"] = strToU8(JSON.stringify({ ...manifest, version }));
  return writeCrx(zipSync(files), pem);
}

/** The same with one bit of its archive turned. */
export function flipped(crx: Buffer): Buffer {
  const bytes = Buffer.from(crx);
  const at = 12 + crx.readUInt32LE(8) + 100;
  bytes[at] = bytes[at]! ^ 1;
  return bytes;
}

export interface Offer {
  version: string;
  crx: Buffer;
}

export class TamperedStore {
  readonly #port: number;
  readonly #id: string;
  readonly #server: Server;
  #offer: Offer | undefined;
  /** How often the browser asked for updates, and fetched the package, since the last offer. */
  asked = 0;
  fetched = 0;

  constructor(port: number, chromiumId: string) {
    this.#port = port;
    this.#id = chromiumId;
    this.#server = createServer((request, response) => {
      const [path] = (request.url ?? "").split("?");
      if (path?.endsWith("/updates.xml")) {
        this.asked++;
        return response.setHeader("content-type", "text/xml").end(this.#manifest());
      }
      if (path?.endsWith(".crx")) {
        this.fetched++;
        return response.setHeader("content-type", "application/x-chrome-extension").end(this.#offer!.crx);
      }
      response.statusCode = 404;
      response.end();
    });
  }

  /** From now on this is what there is; its length and sum are told as they are. */
  offers(offer: Offer): void {
    this.#offer = offer;
    this.asked = 0;
    this.fetched = 0;
  }

  #manifest(): string {
    const { version, crx } = this.#offer!;
    const sum = createHash("sha256").update(crx).digest("hex");
    return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${this.#id}">
<updatecheck codebase="http://127.0.0.1:${this.#port}/tooltrail/${version}.crx" version="${version}" hash_sha256="${sum}" size="${crx.length}"/>
</app></gupdate>`;
  }

  start(): Promise<void> {
    return new Promise((done) => this.#server.listen(this.#port, "127.0.0.1", done));
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((done) => this.#server.close(() => done()));
  }
}
