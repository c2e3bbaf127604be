// Page code as one piece of text, for whoever runs it in a page without the extension: specs, benches, the crawler.
import { resolve } from "node:path";
import { build, type Rolldown } from "vite";

/** Bundles a module of the repository; its exports are the properties of the global `name`. */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const outputs = (await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(entry), formats: ["iife"], name, fileName: "page" },
    },
  })) as Rolldown.RolldownOutput[];
  const code = outputs[0]?.output[0].code;
  if (!code) throw new Error(`${entry} came out empty.`);
  // In an evaluated script a declared name would stay local.
  return code.replace(new RegExp(`^(var|let|const) ${name}\\b`, "m"), `globalThis.${name}`);
}
