// A person with a display: an ordinary Chromium window with the extension, until it is closed.
import { spawn } from "node:child_process";
import { findBrowser } from "../browsers.mjs";

export interface TakeOverOptions {
  build: string;
  profile: string;
  url: string;
  signal: AbortSignal;
}

/** Whether somebody can see a window of this process. */
export const hasDisplay = (): boolean =>
  process.platform === "darwin" ||
  process.platform === "win32" ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Settles when the person has closed the browser. Not driven by anybody: no automation is attached. */
export async function takeOver({ build, profile, url, signal }: TakeOverOptions): Promise<void> {
  const args = [
    `--user-data-dir=${profile}`,
    `--disable-extensions-except=${build}`,
    `--load-extension=${build}`,
    "--no-first-run",
    "--no-default-browser-check",
    // Chromium has no sandbox for root.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    url,
  ];
  const child = spawn(findBrowser("chromium"), args, { stdio: "ignore" });
  const stop = () => child.kill();
  signal.addEventListener("abort", stop, { once: true });
  await new Promise<void>((ended, failed) => {
    child.once("error", failed);
    child.once("close", () => ended());
  });
  signal.removeEventListener("abort", stop);
}

/** What the person may do, in order. */
export const invitation = (url: string): string => `
It is yours now. In the window that opened:
  1. The notice: read it, switch on what you like, agree (or not: then nothing is recorded).
  2. Tools: add ${url} with the vocabulary of Node-RED; the browser asks you for permission.
  3. Work in Node-RED, in the other tab: drag nodes, double-click one, name it, deploy.
  4. My data: finish the trajectory, look at what would leave, delete what you like, ship now.
  5. Export and erase: take your data with you, or erase it.
Close the browser when you are done: the dataset is built from what you shipped.
`;
