// One of the project's services for a spec: its own process, waited for until it says that it listens.
import { type ChildProcess, spawn } from "node:child_process";

/** Starts `collector/main.ts`; resolves with what it said as it began to listen. Rejects when it ends before. */
export async function serve(args: readonly string[], listens: RegExp) {
  const child = spawn(process.execPath, ["collector/main.ts", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said = await new Promise<RegExpExecArray>((ready, failed) => {
    child.stdout.on("data", (text: Buffer) => {
      const found = listens.exec(text.toString());
      if (found) ready(found);
    });
    child.once("exit", (code) => failed(new Error(`\`${args[0]}\` ended with ${code}.`)));
  });
  return { child, said };
}

/** Resolves when it has ended; at once where it has already. */
export async function ends(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill();
  await ended;
}
