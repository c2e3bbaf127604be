// GraphiQL with its Monaco editors, against an endpoint of the bench's own.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { click } from "../acts/click.ts";
import { load, waitFor } from "../acts/page.ts";
import { typeInto } from "../acts/typing.ts";
import type { Driver } from "../driver.ts";
import { toolsFolder, versionOf } from "../install-tools.ts";
import { fromFolders, serve } from "../serve.ts";
import type { StartTool } from "../tool.ts";

const built = join(toolsFolder, "node_modules/.built-graphiql");
const ready = ".graphiql-execute-button";
const editor = ".graphiql-query-editor .monaco-editor textarea, .graphiql-query-editor .native-edit-context";

/** What is used of the graphql package, which is installed for the bench only. */
interface GraphQl {
  buildSchema(source: string): unknown;
  graphql(asked: { schema: unknown; source: string; rootValue: unknown }): Promise<unknown>;
}

/** Bundles the page once; Monaco comes with workers that a plain file server cannot hand out. */
async function bundle(): Promise<void> {
  if (existsSync(join(built, "index.html"))) return;
  console.log("Bundling GraphiQL for its page (once).");
  await build({
    root: join(toolsFolder, "pages/graphiql"),
    configFile: false,
    logLevel: "error",
    build: { outDir: built, emptyOutDir: true },
    worker: { format: "es" },
  });
}

async function asks(driver: Driver): Promise<void> {
  await click(driver, await driver.find(ready));
  // Monaco draws its own text and keeps the field that takes the keys out of reach of the mouse.
  await click(driver, await driver.find({ css: ".graphiql-query-editor .view-line", innermost: true }));
  await typeInto(driver, await driver.find(editor), " x", {
    unmeasured: true,
    corrections: 2,
    focused: true,
  });
  await click(driver, await driver.find("button[aria-label='Show Documentation Explorer']"));
}

export const startGraphiQl: StartTool = async (_, __, data) => {
  await bundle();
  const entry = pathToFileURL(join(toolsFolder, "node_modules/graphql/index.mjs")).href;
  const { buildSchema, graphql } = (await import(entry)) as GraphQl;
  const schema = buildSchema(
    "type Order { id: ID, state: String } type Query { orders(state: String): [Order] }",
  );
  const rootValue = { orders: () => data.map((state) => ({ id: state, state })) };
  const server = await serve(async (path, body) => {
    if (path !== "/graphql") return fromFolders(path, { "/": built });
    const { query = "" } = JSON.parse(body || "{}") as { query?: string };
    const answer = await graphql({ schema, source: query, rootValue });
    return { type: "application/json", body: JSON.stringify(answer) };
  });
  const home = `${server.origin}/`;
  return {
    name: "graphiql",
    version: versionOf("graphiql"),
    addresses: [home],
    vocabulary: "graphiql",
    walk: 150,
    every: 40,
    async scripted(driver) {
      await load(driver, home, ready);
      await waitFor(driver, ".graphiql-query-editor .view-line");
      await asks(driver);
    },
    safe: ({ href, text, tag }) => href === "" && tag !== "textarea" && !/copy|clear|export/i.test(text),
    restart: (driver) => load(driver, home, ready),
    states: [(driver) => load(driver, home, ready)],
    close: server.close,
  };
};
