// The internal store: a page, and the packages it lists.
import { Hono } from "hono";
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
