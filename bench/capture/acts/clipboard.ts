import { type Driver, type Place, pointing } from "../driver.ts";
import { describe } from "./click.ts";

/** Copies all of one field by keys and pastes it into another. */
export async function copyPaste(driver: Driver, from: Place, to: Place): Promise<void> {
  const { hand } = driver.tab;
  await driver.reach(from);
  const first = [
    pointing(from),
    { kind: "click", of: from, measures: { button: "main", count: 1 } },
    { kind: "shortcut", of: from, measures: { command: "select-all" } },
    { kind: "clipboard", of: from, measures: { act: "copied" } },
  ];
  await driver.act(`copied from ${describe(from)}`, first, async () => {
    await driver.press();
    await hand.press("Control+a");
    await hand.press("Control+c");
  });
  await driver.reach(to);
  const then = [
    pointing(to),
    { kind: "click", of: to, measures: { button: "main", count: 1 } },
    { kind: "clipboard", of: to, measures: { act: "pasted" } },
  ];
  await driver.act(`pasted into ${describe(to)}`, then, async () => {
    await driver.press();
    await hand.press("Control+v");
  });
}
