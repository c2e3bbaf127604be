// Runs one command of `npm test` and waits for its end; an abort asks it to stop and still waits.
import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

export interface Done {
  ok: boolean;
  milliseconds: number;
}

/** The command's output is the person's to read as it comes. It never throws: not starting is not ok. */
export function run(
  command: readonly [string, ...string[]],
  options: { root: string; env?: Record<string, string>; signal: AbortSignal },
): Promise<Done> {
  const [program, ...args] = command;
  const { root, env, signal } = options;
  const started = performance.now();
  console.log(`\n> ${command.join(" ")}`);
  return new Promise((resolve) => {
    const end = (ok: boolean) => {
      signal.removeEventListener("abort", stop);
      resolve({ ok, milliseconds: performance.now() - started });
    };
    // Its own Node first: the shell may have remembered the machine's.
    const path = [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter);
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env, PATH: path },
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    });
    // Playwright closes its browsers on an interrupt, not on a termination.
    const stop = () => child.kill("SIGINT");
    signal.addEventListener("abort", stop, { once: true });
    child.once("error", (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      end(false);
    });
    child.once("close", (code) => end(code === 0));
  });
}
