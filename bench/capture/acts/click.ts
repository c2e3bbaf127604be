// Clicks, and the acts that are made by a click.
import { type Coming, type Driver, type Place, pointing } from "../driver.ts";
import type { MouseButton } from "../tab.ts";

const buttons = { main: "left", auxiliary: "middle", context: "right" } as const satisfies Record<
  string,
  MouseButton
>;

export interface ClickOptions {
  button?: keyof typeof buttons;
  count?: number;
  /** Steps that follow, such as the submit of a form's button. */
  after?: readonly Coming[];
  /** Where the press lands on something else that means this element, such as a label. */
  on?: Place;
  measures?: Record<string, unknown>;
  move?: string;
}

const isBox = ({ spot }: Place): boolean => spot.tag === "input" && /^(checkbox|radio)$/.test(spot.type);

/** Clicks an element. On a native checkbox or radio that is a choice. */
export async function click(driver: Driver, place: Place, options: ClickOptions = {}): Promise<void> {
  const { button = "main", count = 1, after = [], on = place, measures = {}, move } = options;
  const to = await driver.reach(on);
  if (on !== place) await place.door.evaluate((id) => ground.mark(ground.element(id)), place.spot.id);
  const first: Coming =
    isBox(place) && button === "main" && count === 1
      ? { kind: "choose", of: place, measures: { control: place.spot.type, ...measures } }
      : { kind: "click", of: place, measures: { button, count, ...measures } };
  const note = `${button} click ×${count} on ${noted(place)} at ${Math.round(to.x)},${Math.round(to.y)}`;
  await driver.act(
    note,
    [pointing(place), first, ...after],
    () => driver.press(buttons[button], count),
    move,
  );
}

/** The same, and how a developer would find it where it says nothing. */
export const noted = (place: Place): string =>
  place.spot.text || !place.spot.marks ? describe(place) : `${describe(place)} ${place.spot.marks}`;

export const describe = ({ spot }: Place): string =>
  `${spot.tag}${spot.role && `[${spot.role}]`} "${spot.text.slice(0, 30)}"`;
