// Choices in native controls, by mouse and keyboard.
import { type Driver, type Place, pointing } from "../driver.ts";
import { noted } from "./click.ts";

/** Opens a list by a click, goes some options down and takes the one there. */
export async function chooseOption(driver: Driver, place: Place, down = 1): Promise<void> {
  await driver.reach(place);
  const { hand } = driver.tab;
  const { at, of } = await place.door.evaluate((id) => {
    const { selectedIndex, options } = ground.element(id) as HTMLSelectElement;
    return { at: selectedIndex, of: options.length };
  }, place.spot.id);
  // From the end of the list it goes up; a list of one option leaves nothing to choose.
  if (of < 2) return driver.ledger.skip("a list with one option");
  const key = at + down < of ? "ArrowDown" : "ArrowUp";
  const note = `chose ${down} ${key} in ${noted(place)}`;
  if (driver.tab.lacks?.lists) {
    driver.ledger.skip("the list of a select is not opened: its window takes no keys of this driver");
    await place.door.evaluate((id) => (ground.element(id) as HTMLElement).focus(), place.spot.id);
    const coming = { kind: "choose", of: place, measures: { control: "select" } };
    return driver.act(note, [coming], async () => {
      for (let each = 0; each < down; each++) await hand.press(key);
    });
  }
  await driver.act(
    note,
    [pointing(place), { kind: "choose", of: place, measures: { control: "select" } }],
    async () => {
      await driver.press();
      for (let each = 0; each < down; each++) await hand.press(key);
      await hand.press("Enter");
    },
  );
}

/** Types the parts of a date, time, month or week into the field's own parts. */
export async function typeDate(driver: Driver, place: Place, keys: readonly string[]): Promise<void> {
  await driver.reach(place);
  const { hand } = driver.tab;
  await driver.act(
    `chose a date in ${noted(place)}`,
    [pointing(place), { kind: "choose", of: place, measures: { control: "date" } }],
    async () => {
      // Into the first part, not onto the picker's button at the end.
      const corner = await place.door.corner();
      const { x, y, height } = place.spot.box;
      await hand.move({ x: corner.x + x + 12, y: corner.y + y + height / 2 });
      await driver.press();
      for (const key of keys) await hand.press(key);
    },
  );
}

/** Drags the knob of a slider, or moves it by an arrow key. */
export async function slide(driver: Driver, place: Place, by: "mouse" | "keys"): Promise<void> {
  await driver.reach(place);
  const { hand } = driver.tab;
  const corner = await place.door.corner();
  const { x, y, width, height } = place.spot.box;
  const at = (part: number) => ({ x: corner.x + x + width * part, y: corner.y + y + height / 2 });
  await driver.act(
    `slid ${noted(place)} by ${by}`,
    [
      ...(by === "keys" ? [pointing(place)] : []),
      { kind: "choose", of: place, measures: { control: "range" } },
    ],
    async () => {
      await hand.move(at(0.5));
      await hand.down();
      if (by === "mouse") await hand.move(at(0.8), 6);
      await hand.up();
      if (by === "keys") for (let each = 0; each < 3; each++) await hand.press("ArrowRight");
    },
  );
}

/** Presses a file field and answers the browser's dialog. */
export async function chooseFile(driver: Driver, place: Place, file: string): Promise<void> {
  await driver.reach(place);
  const coming = { kind: "choose", of: place, measures: { control: "file" } };
  await driver.act(`chose a file in ${noted(place)}`, [pointing(place), coming], async () => {
    await driver.tab.picks(file);
    await driver.press();
    await changed(place);
  });
}

/** Waits until a field holds a file. */
const changed = ({ door, spot }: Place): Promise<void> =>
  door.evaluate(async (id) => {
    const field = ground.element(id) as HTMLInputElement;
    const isChanged = () => (field.files?.length ?? 0) > 0;
    const until = performance.now() + 3000;
    while (!isChanged() && performance.now() < until)
      await new Promise((done) => requestAnimationFrame(done));
    if (!isChanged()) throw new Error("The field did not change.");
  }, spot.id);
