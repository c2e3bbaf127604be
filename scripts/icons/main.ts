// Writes public/icon anew from lib/mark/shapes.ts: node scripts/icons/main.ts
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileOf, icons } from "./files.ts";

const folder = resolve(import.meta.dirname, "../../public/icon");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, icon] of icons) writeFileSync(join(folder, name), fileOf(icon));
