import type { Door } from "../tab.ts";
import { installGround } from "./ground.ts";
import { installTree } from "./tree.ts";
import { installWay } from "./way.ts";

/** Puts the ground truth into a frame's document, unless it is there. */
export async function lookInto(door: Door): Promise<void> {
  await door.evaluate(installWay, undefined);
  await door.evaluate(installTree, undefined);
  await door.evaluate(installGround, undefined);
}
