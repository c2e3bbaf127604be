// Which keys are which command, by the conventions of Windows, Linux and macOS. It is told a key's name by key-class.ts
// and tells only the command.
import type { Command } from "../recorders/shortcut/schema.ts";

/**
 * `field`: text is typed there; `rich`: text with a format; `control`: keys set a value there, as in a date;
 * `outside`: anywhere else.
 */
export type CommandPlace = "field" | "rich" | "control" | "outside";

export interface Combination {
  name: string;
  ctrl: boolean;
  meta: boolean;
  alt: boolean;
  shift: boolean;
  place: CommandPlace;
  isMac: boolean;
}

/** "KEY COMMAND"; without a command it belongs to the browser: tabs, address, reload, history, its tools. */
const table = (text: string) => {
  // Made at the first key: most frames never hear one.
  let made: Map<string, Command | undefined>;
  return () =>
    (made ??= new Map(
      text.split(",").map((one) => one.split(" ") as [name: string, command: Command | undefined]),
    ));
};

const keysWithControl =
  "c copy,x cut,v paste,z undo,y redo,s save,f find,h replace,a select-all,d duplicate,n new,o open,p print,k palette," +
  "g next,+ zoom-in,= zoom-in,- zoom-out,_ zoom-out,0 zoom-reset,? help,Enter submit,Insert copy," +
  "t,w,l,r,j,u,q,m,Tab,PageUp,PageDown,F4,F5,Escape,1,2,3,4,5,6,7,8,9";
const withControl = table(keysWithControl);
const withControlShift = table(
  `${keysWithControl},z redo,p palette,f search,g previous,a other,d other,k other,h other,x other,y other,n,i,c,o,b`,
);
const inRichText = table("b bold,i italic,u underline,k link");
/** What a Mac's command key does besides, and its control key does not. */
const onMac = /^(h|`|ArrowLeft|ArrowRight|\[|\])$/;
const withAlt = /^(ArrowLeft|ArrowRight|Home|d|f|e|F4|Tab)$/;

const alone =
  "Escape cancel,Enter activate,F1 help,F3 next,ArrowDown next,ArrowRight next,End next,PageDown next," +
  "ArrowUp previous,ArrowLeft previous,Home previous,PageUp previous";
const plain = table(alone);
const plainOutside = table(`${alone},Delete delete,Backspace delete,/ search,? help`);

const movesCaret = /^(Arrow.+|Home|End|Backspace|Delete)$/;

/** The command of a combination, or null. */
export function commandFor(keys: Combination): Command | null {
  const { name, ctrl, meta, alt, shift, place, isMac } = keys;
  const typing = place !== "outside";
  if (!ctrl && !meta && !alt) return unmodified(name, shift, place);
  // In text these move by words and lines, or delete them.
  if (typing && movesCaret.test(name)) return null;
  // Option types signs on a Mac.
  if (!ctrl && !meta) return withAlt.test(name) || (typing && isMac) ? null : "other";
  // In a Mac's text fields the control key moves the caret.
  if (isMac && !meta) return typing || name === "Tab" ? null : "other";
  if (alt) return isMac && name === "f" ? "replace" : "other";
  if (isMac && onMac.test(name)) return null;
  const format = place === "rich" && !shift && inRichText().get(name);
  if (format) return format;
  // Outside of text it is the browser's history.
  if (name === "h" && !typing) return null;
  if (name === "Backspace" || name === "Delete") return shift ? null : "delete";
  const known = shift ? withControlShift() : withControl();
  return known.has(name) ? (known.get(name) ?? null) : "other";
}

function unmodified(name: string, shift: boolean, place: CommandPlace): Command | null {
  if (shift && name === "Insert") return "paste";
  if (shift && name === "Delete" && /field|rich/.test(place)) return "cut";
  if (shift && name === "F3") return "previous";
  // Shift selects with these.
  if (shift && /^(Arrow.+|Home|End|PageUp|PageDown|Enter)$/.test(name)) return null;
  return (place === "outside" ? plainOutside() : plain()).get(name) ?? null;
}
