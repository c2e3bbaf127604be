// The measured page on loopback; each of its routes is the same document.
import { join } from "node:path";
import { fromFolders, type Served, serve } from "../capture/serve.ts";

const folder = join(import.meta.dirname, "page");

export const servePage = (): Promise<Served> =>
  serve((path) => fromFolders(/^\/[a-z]+$/.test(path) ? "/index.html" : path, { "/": `${folder}/` }));
