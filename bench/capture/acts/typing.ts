// Typing into fields with the keyboard.
import { type Coming, type Driver, type Place, pointing } from "../driver.ts";
import { noted } from "./click.ts";

export interface TypingOptions {
  /** Backspaces after the text. */
  corrections?: number;
  /** Enter at the end, and the steps that it brings. */
  enter?: boolean;
  after?: readonly Coming[];
  /** Fields whose value the driver cannot read, such as a code editor's. */
  unmeasured?: boolean;
  /** The focus is in the field already. */
  focused?: boolean;
}

/** Clicks into a field and types: the click that only brings the focus is part of the typing. */
export async function typeInto(
  driver: Driver,
  place: Place,
  text: string,
  options: TypingOptions = {},
): Promise<void> {
  const { corrections = 0, enter = false, after = [], unmeasured = false, focused = false } = options;
  if (!focused) await driver.reach(place);
  const typing: Coming = { kind: "typing", of: place };
  await driver.act(
    `typed ${text.length} keys in ${noted(place)}`,
    [...(focused ? [] : [pointing(place)]), typing, ...after],
    async () => {
      if (!focused) await driver.press();
      await driver.tab.hand.type(text);
      // A page may take the focus away between two keys: what is pressed then is no correction.
      const isIn = () => unmeasured || place.door.evaluate((id) => ground.hasFocus(id), place.spot.id);
      let corrected = 0;
      while (corrected < corrections && (await isIn())) {
        await driver.tab.hand.press("Backspace");
        corrected++;
      }
      typing.measures = { corrections: corrected };
      const length = await place.door.evaluate((id) => ground.spot(id).length, place.spot.id);
      if (!unmeasured) typing.measures = { ...typing.measures, length };
      if (enter) await driver.tab.hand.press("Enter");
    },
  );
}
