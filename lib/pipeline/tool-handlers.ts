// A tool comes to the list, or leaves it. The browser's permission is asked by the page, in the person's click.
import type { RequestOf } from "../../schemas/message.ts";
import type { Tool } from "../../schemas/tool.ts";
import { coverTools } from "../consent/answer.ts";
import { tellPages } from "../messaging/tell-pages.ts";
import { browser } from "../platform/browser.ts";
import { now } from "../platform/clock.ts";
import { randomId } from "../platform/random.ts";
import { browserPatternOf, isGranted } from "../scope/registration.ts";
import { write } from "../store/writer.ts";
import { closeOpen } from "../trajectory/open.ts";
import type { Pipeline } from "./pipeline.ts";

/** Lists a tool the browser has given permission for. Not ok when it has not. One row a pattern. */
export async function addTool({ database }: Pipeline, request: RequestOf<"tool.add">) {
  const tool: Tool = { ...request, id: randomId(), addedAt: now() };
  if (!(await isGranted(tool))) return { ok: false };
  const id = await write(database, async () => {
    const same = await database.tools.filter(({ pattern }) => pattern === tool.pattern).first();
    const row = { ...tool, id: same?.id ?? tool.id };
    await database.tools.put(row);
    await coverTools(database, (tools) => [...new Set([...tools, row.id])]);
    return row.id;
  });
  return { ok: true, tool: id };
}

/** Ends recording there at once, releases the permission, and keeps what is stored until it is deleted. */
export async function removeTool({ database, make }: Pipeline, id: string) {
  const tool = await database.tools.get(id);
  if (!tool) return { ok: false };
  await tellPages("page.stop");
  await write(database, async () => {
    await database.tools.update(id, { removedAt: now() });
    await coverTools(database, (tools) => tools.filter((other) => other !== id));
  });
  await closeOpen(database, "scope", make);
  // A build with granted hosts cannot release them; the gate has closed all the same.
  await browser.permissions.remove({ origins: [browserPatternOf(tool)] }).catch(() => false);
  return { ok: true };
}
