// Whether a click may unload the page: then its step is handed over inside the event.
import { around, fits, localName } from "../../dom/native.ts";
import { sendsForm } from "../../dom/tell-tales.ts";

const submits = "button:not([type=button]):not([type=reset]),input[type=submit],input[type=image]";

/** A button that sends a form; without a form it sends nothing. */
export const isSubmitter = (element: Element): boolean =>
  (element instanceof HTMLButtonElement || element instanceof HTMLInputElement) &&
  fits(element, submits) &&
  element.form !== null;

/** A link to another address, or a button that sends its form, unless a field in it is not valid. */
export function leavesPage(element: Element): boolean {
  if (isSubmitter(element)) return sendsForm(element);
  const link = around(element, 20).find((at) => /^(a|area)$/.test(localName(at)));
  if (!(link instanceof HTMLAnchorElement || link instanceof HTMLAreaElement)) return false;
  const { href } = link;
  if (!/^https?:/.test(href)) return false;
  const withoutHash = (address: string) => address.split("#", 1)[0];
  return withoutHash(href) !== withoutHash(location.href) || !href.includes("#");
}
