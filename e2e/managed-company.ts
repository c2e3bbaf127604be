// A company for a spec: its company.json, its keys, its store and two releases that are not published yet.
import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { collectorPort } from "./collector.ts";
import { CompanyStore } from "./company-store.ts";
import { freePort } from "./free-port.ts";
import { packReleases } from "./packed-releases.ts";

export class ManagedCompany {
  readonly store: CompanyStore;
  readonly port: number;
  /** The key that signs packages, as PEM. */
  readonly signingKey: string;
  readonly #folder: string;
  readonly #packed: string;

  private constructor(folder: string, port: number, packed: string) {
    this.#folder = folder;
    this.#packed = packed;
    this.port = port;
    this.store = new CompanyStore(join(folder, "store"), port);
    this.signingKey = readFileSync(join(folder, "key.pem"), "utf8");
  }

  /** Writes its configuration for one tool, and packs these versions. */
  static async founds(folder: string, tool: string, versions: readonly string[]): Promise<ManagedCompany> {
    const port = await freePort();
    const dir = join(folder, "store");
    mkdirSync(dir);
    const key = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
    writeFileSync(join(folder, "store-key.json"), JSON.stringify(key));
    const company = join(dir, "company.json");
    writeFileSync(
      company,
      JSON.stringify({
        format: "tooltrail-company/1",
        company: "Norhaven",
        contact: "privacy@norhaven.example",
        store: `http://127.0.0.1:${port}/tooltrail`,
        keys: { store: { kty: key.kty, crv: key.crv, x: key.x, y: key.y } },
        collector: `http://127.0.0.1:${collectorPort}`,
        grantHosts: true,
        onlyListed: true,
        retentionDays: 7,
        tools: [
          { alias: "Board", pattern: `${tool}/*`, owner: "Operations", reason: "Orders", vocabulary: null },
        ],
      }),
    );
    return new ManagedCompany(folder, port, packReleases({ folder, company, versions }));
  }

  /** The store has one more release from now on. */
  publishes(version: string): void {
    renameSync(join(this.#packed, version), join(this.#folder, "store", version));
  }

  /** The administrator's command. */
  signsStop(stop: "yes" | "no"): void {
    this.#signs("stop", "--stop", stop);
  }

  /** company.json lists one more tool, and the list is signed. */
  listsToo(alias: string, pattern: string): void {
    const file = join(this.#folder, "store", "company.json");
    const company = JSON.parse(readFileSync(file, "utf8"));
    const tool = { alias, pattern, owner: "Operations", reason: "Orders", vocabulary: null };
    writeFileSync(file, JSON.stringify({ ...company, tools: [...company.tools, tool] }));
    this.#signs("list");
  }

  #signs(command: string, ...more: string[]): void {
    const [dir, key] = [join(this.#folder, "store"), join(this.#folder, "store-key.json")];
    const args = ["collector/main.ts", command, "--dir", dir, "--key", key, ...more];
    const done = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (done.status !== 0) throw new Error(done.stderr);
  }
}
