// A real store for a spec: its own process over its own folder.
import type { ChildProcess } from "node:child_process";
import { ends, serve } from "./served.ts";

export class CompanyStore {
  readonly url: string;
  readonly #args: string[];
  #child: ChildProcess | undefined;

  constructor(dir: string, port: number) {
    this.url = `http://127.0.0.1:${port}/tooltrail`;
    this.#args = ["store", "--dir", dir, "--port", String(port), "--path", "/tooltrail"];
  }

  async start(): Promise<void> {
    this.#child = (await serve(this.#args, /Store listens on/)).child;
  }

  /** A file as the administrator copies it. */
  async read(path: string): Promise<string> {
    const answer = await fetch(`${this.url}/${path}`);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.text();
  }

  stop(): Promise<void> {
    return ends(this.#child);
  }
}
