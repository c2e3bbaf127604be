// A real collector for a spec: its own process, its own file.
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Shipment } from "../schemas/shipment.ts";
import { unpack } from "../schemas/unpack.ts";
import { ends, serve } from "./served.ts";

/** The port that test builds ship to (wxt.config.ts). */
export const collectorPort = Number(process.env.TOOLTRAIL_TEST_PORT ?? 7462);

export class Collector {
  readonly file: string;
  /** Where it listens; with 0 any free port is taken, known once it has started. */
  port: number;
  #child: ChildProcess | undefined;

  constructor(folder: string, port: number = collectorPort) {
    this.file = join(folder, "collector.sqlite");
    this.port = port;
  }

  async start(): Promise<void> {
    const args = ["serve", "--port", String(this.port), "--file", this.file];
    const { child, said } = await serve(args, /Collector listens on \S+:(\d+)/);
    this.#child = child;
    this.port = Number(said[1]);
  }

  stop(): Promise<void> {
    return ends(this.#child);
  }

  /** What is stored, read from the file without the collector's code. */
  shipments(): { id: string; bytes: string; shipment: Shipment }[] {
    const database = new DatabaseSync(this.file, { readOnly: true });
    try {
      const rows = database.prepare("select id, bytes from shipments order by id").all();
      return rows.map((row) => {
        const bytes = new TextDecoder().decode(row.bytes as Uint8Array);
        return { id: String(row.id), bytes, shipment: unpack(JSON.parse(bytes))! };
      });
    } finally {
      database.close();
    }
  }
}
