// The internal store: a page, and the packages it lists.
import { Hono } from "hono";
import { erasePage, erasePolicy, eraseScript, erasingPage } from "../erasing/page.ts";
import { RefusalError } from "../refusal.ts";
import { listPackages, readPackage } from "./packages.ts";
import { page, pagePolicy } from "./page.ts";

/** The routes of the internal store over one folder of packages. */
export const internalStoreRoutes = (folder: string): Hono =>
  new Hono()
    .get("/", async (context) => {
      context.header("content-security-policy", pagePolicy);
      context.header("referrer-policy", "no-referrer");
      context.header("cache-control", "no-store");
      return context.html(await page(await listPackages(folder)));
    })
    .get(`/${erasePage}`, async (context) => {
      const here = { collector: new URL(context.req.url).origin };
      context.header("content-security-policy", erasePolicy(here));
      context.header("referrer-policy", "no-referrer");
      return context.html(await erasingPage(here));
    })
    .get(`/${eraseScript}`, async (context) => {
      const { readScript } = await import("../erasing/page-files.ts");
      return context.body(await readScript(), 200, { "content-type": "text/javascript; charset=utf-8" });
    })
    .get("/:file", async (context) => {
      const file = context.req.param("file");
      const bytes = await readPackage(folder, file);
      if (!bytes) throw new RefusalError("not-found");
      return context.body(bytes, 200, {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="${file}"`,
        "x-content-type-options": "nosniff",
      });
    });
