// A screen of its own for a browser with a window, and a keyboard that the browser takes for a person's.
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findCommand } from "../scripts/browsers.mjs";

export interface Display {
  name: string;
  /** Presses a key on this screen, wherever the focus is. */
  press(key: string): void;
  /** A digest of what the screen shows: the one way to see a browser's own dialog without its help. */
  picture(): string;
  close(): Promise<void>;
}

const command = (name: string): string => {
  const found = findCommand(name);
  if (!found)
    throw new Error(
      `No ${name} was found; nothing was started. On Debian: apt-get install ${name.toLowerCase()}`,
    );
  return found;
};

/** Starts Xvfb on a display that is free. */
export async function openDisplay(): Promise<Display> {
  const xdotool = command("xdotool");
  const frame = mkdtempSync(join(tmpdir(), "tooltrail-screen-"));
  const args = ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp", "-fbdir", frame];
  const child = spawn(command("Xvfb"), args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await new Promise<string>((ready, failed) => {
    // It tells the number when it is ready to be used.
    child.stdio[3]!.once("data", (text: Buffer) => ready(text.toString().trim()));
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`Xvfb ended with ${code}.`)));
  });
  const name = `:${number}`;
  return {
    name,
    press: (key) => void execFileSync(xdotool, ["key", key], { env: { ...process.env, DISPLAY: name } }),
    picture: () =>
      createHash("sha256")
        .update(readFileSync(join(frame, "Xvfb_screen0")))
        .digest("hex"),
    close: async () => {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill();
      await ended;
      rmSync(frame, { recursive: true, force: true });
    },
  };
}
