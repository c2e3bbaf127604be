// Chooses in a control: the option that the step names, else some other one than is chosen.
import type { ElementHandle } from "playwright";
import type { ShippedStep } from "../../../schemas/shipped-step.ts";
import { drawnMoment } from "./drawn-text.ts";
import type { Doing } from "./drive.ts";
import { NotReplayed } from "./outcome.ts";

type Choose = Extract<ShippedStep, { kind: "choose" }>;
type Handle = ElementHandle<Element>;

const typeOf = (handle: Handle) =>
  handle.evaluate((element) => (element instanceof HTMLInputElement ? element.type : ""));

/** A control that is drawn by its label is pressed there. */
async function switches(handle: Handle, { hand }: Doing): Promise<undefined> {
  const label = await handle.evaluateHandle((element) => {
    const { labels = null } = element as HTMLInputElement;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 ? element : (labels?.[0] ?? element);
  });
  await hand.presses(label.asElement() ?? handle);
}

async function selects(handle: Handle, option: number | null, { vocabulary }: Doing) {
  const texts = option === null ? [] : Object.values(vocabulary?.terms[option] ?? {});
  const index = await handle.evaluate((element, texts) => tooltrailReplay.optionIn(element, texts), texts);
  if (index < 0) throw new NotReplayed("it has no such option");
  await handle.selectOption({ index });
  return option === null ? "which option, is drawn" : undefined;
}

/** Returns what was drawn to do it. */
export async function chooses(
  { control, option }: Choose,
  handle: Handle,
  doing: Doing,
): Promise<string | undefined> {
  switch (control) {
    case "select":
      return selects(handle, option, doing);
    case "checkbox":
    case "radio":
      return switches(handle, doing);
    case "date": {
      await handle.fill(drawnMoment[await typeOf(handle)] ?? drawnMoment.date!);
      return "which date, is drawn";
    }
    case "colour":
      await handle.fill("#336699");
      return "which colour, is drawn";
    case "range":
      await handle.focus();
      await doing.hand.keys("ArrowRight");
      return "how far, is drawn";
    case "file":
      await handle.setInputFiles({ name: "drawn.txt", mimeType: "text/plain", buffer: Buffer.from("drawn") });
      return "which file, is drawn";
  }
}
