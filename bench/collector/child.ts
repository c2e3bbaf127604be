// A server in a process of its own, up to its end.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export interface Child {
  url: string;
  pid: number;
  /** Everything it has printed so far. */
  printed: string[];
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts a program and waits for its line «… listens on URL». */
export async function startChild(program: string, args: string[]): Promise<Child> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const printed: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => printed.push(line));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      printed.push(line);
      const listens = /listens on (http:\S+)$/.exec(line)?.[1];
      if (listens) resolve(listens);
    });
    child.once("exit", (code) => reject(new Error(`${program} ended with ${code}: ${printed.join("\n")}`)));
  });
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  };
  return { url, pid: child.pid!, printed, stop };
}
