// The store over HTTP: exactly the files of the site.
import { Hono } from "hono";
import { pagePolicy } from "./page.ts";
import type { StoreFolder } from "./read-company.ts";
import { type Site, siteOf } from "./site.ts";
import { stopFile } from "./stop-file.ts";
import { toolListFile } from "./tool-list-file.ts";

const types: Record<string, string> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  xml: "text/xml; charset=utf-8",
  json: "application/json",
  png: "image/png",
  zip: "application/zip",
  crx: "application/x-chrome-extension",
  xpi: "application/x-xpinstall",
  jws: "application/jose",
  mobileconfig: "application/x-apple-aspen-config",
};
const typeOf = (path: string) => types[path.split(".").at(-1)!] ?? "application/octet-stream";

export interface StoreOptions extends StoreFolder {
  report: (line: string) => void;
}

/** Reads the folder anew for every request, so that a release or a stop counts at once. What is wrong with it is
 * reported, and what was right last is served on. */
export function storeRoutes({ report, ...folder }: StoreOptions, first: Site): Hono {
  let last = first;
  let said = "";
  const site = async (): Promise<Site> => {
    try {
      last = await siteOf(folder);
      said = "";
    } catch (cause) {
      const line = (cause as Error).message;
      if (line !== said) report(`Nothing new is published. ${line}`);
      said = line;
    }
    return last;
  };
  return new Hono().get("/*", async (context) => {
    const path = context.req.path.replace(/^\//, "") || "index.html";
    const content = (await site()).get(path);
    // The extension asks from an origin of its own, without a permission for the store; that there is none is an answer.
    if (path === stopFile || path === toolListFile) context.header("access-control-allow-origin", "*");
    if (!content) return context.text("There is no such file in this store.\n", 404);
    return context.body(Uint8Array.from(content), 200, {
      "content-type": typeOf(path),
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      // Browsers ask often and rarely get anything new.
      "cache-control": "no-cache",
      ...(path === "index.html" && { "content-security-policy": pagePolicy }),
    });
  });
}
