import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";

/** The page script as one piece of text that sets `tooltrailCrawler`. */
export async function bundlePageScript(): Promise<string> {
  const entry = join(dirname(fileURLToPath(import.meta.url)), "page.ts");
  const outputs = (await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ["iife"], name: "tooltrailCrawler", fileName: "page" },
    },
  })) as Rolldown.RolldownOutput[];
  const code = outputs[0]?.output[0].code;
  if (!code) throw new Error("The crawler's page script came out empty.");
  // In an evaluated script a declared name would stay local.
  return code.replace(/^(var|let|const) tooltrailCrawler\b/m, "globalThis.tooltrailCrawler");
}
