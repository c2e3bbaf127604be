// A tool comes to the list, leaves it, or is narrowed. The browser's permission is asked by the page, in the person's
// click.
import type { ReplyOf, RequestOf } from "../../schemas/message.ts";
import type { DescribedTool, Tool } from "../../schemas/tool.ts";
import { readDoorway } from "../consent/doorway.ts";
import { enactWithin } from "../consent/enact.ts";
import { tellPages } from "../messaging/tell-pages.ts";
import { finishDeletions } from "../personal-data/undoable.ts";
import { browser } from "../platform/browser.ts";
import { now } from "../platform/clock.ts";
import { randomId } from "../platform/random.ts";
import { narrowTool } from "../policy/narrow.ts";
import { policyOf } from "../policy/state.ts";
import { checkAddress, originOf } from "../scope/pattern.ts";
import { browserPatternOf, isGranted } from "../scope/registration.ts";
import { write } from "../store/writer.ts";
import { closeOpen } from "../trajectory/open.ts";
import type { Pipeline } from "./pipeline.ts";
import { showState } from "./toolbar.ts";

type Added = ReplyOf<"tool.add">;

/** Lists a tool the browser has given permission for. One row a pattern. */
export async function addTool(pipeline: Pipeline, request: RequestOf<"tool.add">): Promise<Added> {
  return list(pipeline, { ...request, id: randomId(), addedAt: now() });
}

/** Takes one over from the company's list, with the company's words. */
export async function takeTool(pipeline: Pipeline, pattern: string): Promise<Added> {
  const policy = policyOf((await readDoorway(pipeline.database)).policy);
  const listed = policy?.tools?.find((tool) => tool.pattern === pattern);
  if (!listed) return { ok: false, why: "not-listed" };
  // What the company narrows is asked of its policy each time: the row holds what the person narrows.
  const { kinds: _, exclude: __, ...described }: DescribedTool = listed;
  return list(pipeline, { ...described, id: randomId(), addedAt: now(), listedBy: "company" });
}

async function list({ database }: Pipeline, tool: Tool): Promise<Added> {
  // Our own page has asked the whole list of public suffixes, which would be a quarter of the worker.
  const check = checkAddress(originOf(tool.pattern));
  if (!check.ok) return { ok: false, why: "too-wide" };
  const policy = policyOf((await readDoorway(database)).policy);
  if (policy && !narrowTool(tool, policy)) return { ok: false, why: "policy-forbids" };
  if (!(await isGranted(tool))) return { ok: false, why: "not-granted" };
  const id = await write(database, async () => {
    const same = await database.tools.filter(({ pattern }) => pattern === tool.pattern).first();
    const row = { ...tool, id: same?.id ?? tool.id };
    await enactWithin(database, { is: "tool-added", tool: row });
    return row.id;
  });
  return { ok: true, tool: id };
}

/** Ends recording there at once, releases the permission, and keeps what is stored until it is deleted. */
export async function removeTool({ database, make }: Pipeline, id: string) {
  const tool = await database.tools.get(id);
  if (!tool) return { ok: false };
  await tellPages("page.stop");
  await write(database, () => enactWithin(database, { is: "tool-removed", tool: id }));
  // Said before the trajectory is closed, which may take a while.
  await showState(database);
  await finishDeletions(database, { make, all: true });
  await closeOpen(database, "scope", make);
  const origin = browserPatternOf(tool);
  // Firefox has one permission for all ports of a host: another tool there keeps it.
  const left = await database.tools.filter(({ removedAt }) => removedAt === undefined).toArray();
  if (left.some((other) => browserPatternOf(other) === origin)) return { ok: true };
  // A build with granted hosts cannot release them; the gate has closed all the same.
  await browser.permissions.remove({ origins: [origin] }).catch(() => false);
  return { ok: true };
}

/** Which kinds are recorded there, and what is left out; pages ask anew what they may do. */
export async function narrowOne({ database }: Pipeline, request: RequestOf<"tool.narrow">) {
  const { tool, ...narrowing } = request;
  return write(database, async () => {
    const found = (await database.tools.get(tool)) !== undefined;
    if (found) await enactWithin(database, { is: "tool-narrowed", tool, narrowing });
    return { ok: found };
  });
}
