// What a replay puts into every document of the tool, before the tool's own scripts: the search for elements by the
// recorder's own code, and points at which they can be pressed.
import { installRoots } from "./page-roots.ts";

installRoots();

export { begin, markUsed } from "./page-alike.ts";
export { commandButton, find, know, placeOf } from "./page-find.ts";
export { optionIn, sender } from "./page-forms.ts";
export { freePoint, pressPoint } from "./page-points.ts";
export { quiet } from "./quiet.ts";
