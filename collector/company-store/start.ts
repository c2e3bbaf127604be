// `collector store`: serves the store, or with --write lays all its files down for another web server.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Hono } from "hono";
import type { Configuration } from "../configuration.ts";
import { listen } from "../listen.ts";
import { storeRoutes } from "./routes.ts";
import { siteOf } from "./site.ts";

/** Starts or writes. Throws where the folder holds nothing that could be published. */
export async function startStore(configuration: Configuration<"store">): Promise<void> {
  const { dir, company, write, path } = configuration;
  const site = await siteOf({ dir, company });
  if (write !== undefined) {
    for (const [name, content] of site) {
      mkdirSync(dirname(join(write, name)), { recursive: true });
      writeFileSync(join(write, name), content);
    }
    console.log(`${site.size} files are in ${write}.`);
    return;
  }
  const routes = storeRoutes({ dir, company, report: (line) => console.error(line) }, site);
  const app = new Hono();
  // The page's links begin where the page is.
  if (path !== "/") app.get(path, (context) => context.redirect(`${path}/`));
  app.mount(path, routes.fetch);
  const page = path === "/" ? path : `${path}/`;
  const farewell = "its folder is as it was.";
  listen({ ...configuration, name: "Store", app, page, farewell, close: () => {} });
}
