// A real store for a spec: its own process over its own folder.
import { type ChildProcess, spawn } from "node:child_process";

export class CompanyStore {
  readonly url: string;
  readonly #args: string[];
  #child: ChildProcess | undefined;

  constructor(dir: string, port: number) {
    this.url = `http://127.0.0.1:${port}/tooltrail`;
    this.#args = ["collector/main.ts", "store", "--dir", dir, "--port", String(port), "--path", "/tooltrail"];
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, this.#args, { stdio: ["ignore", "pipe", "inherit"] });
    this.#child = child;
    await new Promise<void>((ready, failed) => {
      child.stdout.on("data", (text: Buffer) => {
        if (text.toString().includes("Store listens on")) ready();
      });
      child.once("exit", (code) => failed(new Error(`The store ended with ${code}.`)));
    });
  }

  /** A file as the administrator copies it. */
  async read(path: string): Promise<string> {
    const answer = await fetch(`${this.url}/${path}`);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.text();
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((done) => child.once("exit", done));
    child.kill();
    await ended;
  }
}
