// Starts the real Node-RED from its npm package: the tool that tests, `npm start` and the crawler work in.
import { spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const startLimit = 60_000;

export interface NodeRed {
  /** The editor's address, with a last slash. */
  url: string;
  /** Settles when the process has ended. */
  ended: Promise<void>;
}

/** Resolves when the editor answers; ends its own process, and only that, when the signal aborts. */
export async function startNodeRed(options: {
  port: number;
  dir: string;
  signal: AbortSignal;
  /** Words to stand in the flows instead, one for each name of theirs. */
  data?: readonly string[];
}): Promise<NodeRed> {
  const { port, signal } = options;
  const dir = resolve(options.dir);
  signal.throwIfAborted();
  await mkdir(dir, { recursive: true });
  const flows = await readFile(join(here, "flows.json"), "utf8");
  await writeFile(join(dir, "flows.json"), withNames(flows, options.data ?? []));

  const red = createRequire(import.meta.url).resolve("node-red/red.js");
  const settings = join(here, "settings.cjs");
  const args = [red, "--settings", settings, "--userDir", dir, "--port", String(port)];
  const child = spawn(process.execPath, args, {
    cwd: dir,
    env: { ...process.env, NODE_RED_DISABLE_TELEMETRY: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const keep = (text: Buffer) => {
    output = (output + text.toString("utf8")).slice(-8000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);

  const over = new AbortController();
  const ended = new Promise<void>((done) => {
    child.once("error", (error) => {
      output += error.message;
    });
    child.once("close", () => {
      over.abort();
      done();
    });
  });
  const stop = () => child.kill();
  signal.addEventListener("abort", stop, { once: true });
  // A test runner that is cut off must not leave the tool behind.
  process.once("exit", stop);
  void ended.then(() => {
    signal.removeEventListener("abort", stop);
    process.removeListener("exit", stop);
  });

  const url = `http://127.0.0.1:${port}/`;
  const deadline = Date.now() + startLimit;
  while (!(await answers(url, over.signal))) {
    if (signal.aborted) throw signal.reason;
    if (over.signal.aborted || Date.now() > deadline) {
      child.kill();
      await ended;
      throw new Error(`Node-RED did not start on port ${port}. Its folder is ${dir}; it said:\n${output}`);
    }
    await after(50);
  }
  // Another process may hold the port and answer in its place.
  if (over.signal.aborted) throw new Error(`Port ${port} is taken. Node-RED said:\n${output}`);
  return { url, ended };
}

function withNames(flows: string, data: readonly string[]): string {
  let given = 0;
  return flows.replace(
    /("(?:label|name)": )"([^"]+)"/g,
    (_, key: string, name: string) => key + JSON.stringify(data[given++] ?? name),
  );
}

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(2000)]) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    // Not listening yet.
    return false;
  }
}
