// Runs in the store's page: the person gives the file of their erase keys, and the keys leave one by one. The file
// itself goes nowhere.
import { eraser } from "./carry-erasure.ts";
import { eraseAll } from "./erase-all.ts";
import { readKeys } from "./read-keys.ts";

/** At random up to so long between two keys: all at once would say that they are one person's. */
const longestPause = 10_000;

const pause = () => new Promise<void>((done) => setTimeout(done, Math.random() * longestPause));

async function eraseFrom(file: File, say: (text: string) => void): Promise<void> {
  const keys = readKeys(await file.text());
  if (!keys) return say("This is no file of erase keys. Choose erase-keys.json of your export.");
  if (keys.length === 0) return say("There is no key in this file: nothing of it was shipped.");
  const { collector = "", relay } = document.querySelector("main")!.dataset;
  const erase = await eraser({ collector, relay }).catch(() => null);
  if (!erase) return say("The collector cannot be reached from here. Nothing was sent; try again later.");
  let sent = 0;
  say(`Erasing. Leave this page open. 0 of ${keys.length}.`);
  const counted = async (key: string) => {
    const done = await erase(key).finally(() =>
      say(`Erasing. Leave this page open. ${++sent} of ${keys.length}.`),
    );
    return done;
  };
  const { left } = await eraseAll(keys, counted, pause);
  if (left.length === 0) return say(`Done: what these ${keys.length} keys belong to is erased.`);
  say(
    `${keys.length - left.length} of ${keys.length} are erased. Try the same file again later for the rest.`,
  );
}

const form = document.querySelector("form")!;
const status = document.querySelector("[role=status]")!;
const [chosen, button] = [form.querySelector("input")!, form.querySelector("button")!];
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const file = chosen.files?.[0];
  if (!file) return;
  button.disabled = true;
  const say = (text: string) => {
    status.textContent = text;
  };
  void eraseFrom(file, say).finally(() => {
    button.disabled = false;
  });
});
// A press before there was anybody to hear it would do nothing.
button.disabled = false;
