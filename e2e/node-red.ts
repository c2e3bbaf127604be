// Specs that work in the real Node-RED: one of their own each, from its npm package.
import { join } from "node:path";
import { type NodeRed, startNodeRed } from "../examples/node-red/start.ts";
import { test as base } from "./fixtures.ts";
import { freePort } from "./free-port.ts";

export { expect } from "@playwright/test";

export const test = base.extend<{ nodeRed: NodeRed }>({
  nodeRed: async ({ folder }, use) => {
    const over = new AbortController();
    const dir = join(folder, "node-red");
    const red = await startNodeRed({ port: await freePort(), dir, signal: over.signal });
    await use(red);
    over.abort();
    await red.ended;
  },
});
