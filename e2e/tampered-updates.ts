// A store of Firefox packages whose web server is in other hands: it says and gives what it likes.
import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { extensionId } from "./firefox.ts";

/** The same package as another version. */
export function asVersion(xpi: Uint8Array, version: string): Buffer {
  const files = unzipSync(xpi);
  const manifest = JSON.parse(strFromU8(files["manifest.json"]!)) as Record<string, unknown>;
  files["manifest.json"] = strToU8(JSON.stringify({ ...manifest, version }));
  return Buffer.from(zipSync(files));
}

export interface Update {
  version: string;
  /** What is said of it, and what is given. */
  said: Buffer;
  given: Buffer;
}

export class TamperedUpdates {
  readonly #port: number;
  readonly #server: Server;
  #update: Update | undefined;
  /** How often the browser asked for updates, and fetched the package, since the last offer. */
  asked = 0;
  fetched = 0;

  constructor(port: number) {
    this.#port = port;
    this.#server = createServer((request, response) => {
      const [path] = (request.url ?? "").split("?");
      if (path?.endsWith("/updates.json")) {
        this.asked++;
        return response.setHeader("content-type", "application/json").end(this.#file());
      }
      if (path?.endsWith(".xpi")) {
        this.fetched++;
        return response.setHeader("content-type", "application/x-xpinstall").end(this.#update!.given);
      }
      response.statusCode = 404;
      response.end();
    });
  }

  /** From now on this is what there is. */
  offers(update: Update): void {
    this.#update = update;
    this.asked = 0;
    this.fetched = 0;
  }

  #file(): string {
    const { version, said } = this.#update!;
    const update_hash = `sha256:${createHash("sha256").update(said).digest("hex")}`;
    const update_link = `http://127.0.0.1:${this.#port}/tooltrail/${version}.xpi`;
    return JSON.stringify({
      addons: { [extensionId]: { updates: [{ version, update_link, update_hash }] } },
    });
  }

  start(): Promise<void> {
    return new Promise((done) => this.#server.listen(this.#port, "127.0.0.1", done));
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((done) => this.#server.close(() => done()));
  }
}
