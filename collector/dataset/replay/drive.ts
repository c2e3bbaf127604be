// Drives one step. Each kind says what it does, or why it cannot.
import type { ElementHandle } from "playwright";
import type { ShippedStep } from "../../../schemas/shipped-step.ts";
import type { Vocabulary } from "../../../schemas/vocabulary.ts";
import { chooses } from "./choose.ts";
import { drawnText } from "./drawn-text.ts";
import type { Hand } from "./hand.ts";
import { keysOfCommand } from "./keys-of-command.ts";
import type { Located } from "./locate.ts";
import { NotReplayed } from "./outcome.ts";

export interface Doing {
  hand: Hand;
  vocabulary: Vocabulary | undefined;
  /** The step's element and where it ended, where it has them. */
  target: Located | undefined;
  onto: Located | undefined;
}

type Kind = ShippedStep["kind"];
type StepOf<K extends Kind> = Extract<ShippedStep, { kind: K }>;
/** What was drawn to drive it, if anything was. */
type Driven = Promise<string | undefined>;
type Drivers = { [K in Kind]: (step: StepOf<K>, doing: Doing) => Driven };

const buttons = { main: "left", auxiliary: "middle", context: "right" } as const;

const targetOf = ({ target }: Doing): ElementHandle<Element> => {
  if (!target) throw new NotReplayed("it names no element");
  return target.handle;
};

const typeOf = (handle: ElementHandle<Element>) =>
  handle.evaluate((element) => (element instanceof HTMLInputElement ? element.type : "text"));

const drivers: Drivers = {
  async click({ button, count }, doing) {
    await doing.hand.presses(targetOf(doing), { button: buttons[button], clickCount: count });
    return undefined;
  },
  async drag(_, doing) {
    if (!doing.onto) throw new NotReplayed("it does not say where it ended");
    await doing.hand.drags(targetOf(doing), doing.onto.handle, doing.onto.at.place);
    return "where in it, is drawn";
  },
  async typing({ length }, doing) {
    const handle = targetOf(doing);
    await doing.hand.types(handle, drawnText(length, await typeOf(handle)));
    return "its text is drawn";
  },
  async shortcut({ command }, { hand }) {
    // A command that was given by its button leaves without it: where the page shows one, that is pressed.
    const button = await hand.page.evaluateHandle(
      (command) => tooltrailReplay.commandButton(command),
      command,
    );
    const element = button.asElement();
    if (element) {
      await hand.presses(element);
      return "by the button of that name";
    }
    const keys = keysOfCommand[command];
    if (!keys) throw new NotReplayed(`the command "${command}" has no keys that are known`);
    await hand.keys(keys);
    return undefined;
  },
  choose: (step, doing) => chooses(step, targetOf(doing), doing),
  async submit(_, { hand, target }) {
    if (!target) {
      await hand.keys("Enter");
      return undefined;
    }
    const button = await target.handle.evaluateHandle((element) => tooltrailReplay.sender(element));
    const element = button.asElement();
    if (element) await hand.presses(element);
    else await target.handle.evaluate((element) => element.closest("form")?.requestSubmit());
    return undefined;
  },
};

/** Does it; returns what was drawn to do so. Throws a NotReplayed or NotReached with the reason. */
export const drive = <K extends Kind>(step: StepOf<K>, doing: Doing): Driven =>
  (drivers[step.kind] as (step: StepOf<K>, doing: Doing) => Driven)(step, doing);
