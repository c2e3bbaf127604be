// Whether an act may destroy its own target: then all of its selectors are proven inside the event.
import { fits, nearest } from "./native.ts";
import { sayingRole } from "./roles.ts";

const passing = `dialog,[popover],datalist,optgroup,[role=menubar],[role=alert],[draggable=true],${sayingRole("o")}`;

/** In a dialog, menu, popup or list box, which close when something in them is chosen; or what can be dragged away. */
export const mayVanish = (element: Element): boolean =>
  nearest(element, passing) !== null || fits(element, "option");
