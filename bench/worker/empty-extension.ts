// The least that a recording worker can be: it answers one message, and writes one record before it does.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = resolve(import.meta.dirname, "../../.output/bench-empty-worker");

const worker = `
const opened = new Promise((yes, no) => {
  const request = indexedDB.open("empty", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("records", { keyPath: "n" });
  request.onsuccess = () => yes(request.result);
  request.onerror = () => no(request.error);
});
chrome.runtime.onMessage.addListener((record, sender, reply) => {
  opened.then((database) => {
    // As durable as a step is before it is acknowledged.
    const transaction = database.transaction("records", "readwrite", { durability: "strict" });
    transaction.objectStore("records").put(record);
    transaction.oncomplete = () => reply({ kept: true });
    transaction.onerror = () => reply({ kept: false });
  });
  return true;
});
`;

const manifest = {
  manifest_version: 3,
  name: "Empty worker",
  version: "1",
  background: { service_worker: "worker.js" },
  content_scripts: [{ matches: ["http://127.0.0.1/*"], js: ["content.js"] }],
};

/** Writes it and returns the folder with the manifest. */
export function writeEmptyExtension(): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "worker.js"), worker);
  writeFileSync(join(folder, "content.js"), "// Only its world is needed.\n");
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  return folder;
}
