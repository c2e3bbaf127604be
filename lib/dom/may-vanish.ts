// Whether an act may destroy its own target: then all of its selectors are proven inside the event.
import { fits, nearest } from "./native.ts";

const passing = [
  "dialog,[popover],datalist,optgroup",
  "[role=dialog],[role=alertdialog],[role=menu],[role=menubar],[role=listbox],[role=tooltip],[role=alert]",
].join();
const moving = "[draggable=true]";

/** In a dialog, menu, popup or list box, which close when something in them is chosen; or what can be dragged away. */
export const mayVanish = (element: Element): boolean =>
  nearest(element, passing) !== null || nearest(element, moving) !== null || fits(element, "option");
