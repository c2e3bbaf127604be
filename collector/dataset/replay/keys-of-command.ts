// The keys that most applications give a command to.
import type { ShippedStep } from "../../../schemas/shipped-step.ts";

type Command = Extract<ShippedStep, { kind: "shortcut" }>["command"];

/** Null for a command that has no keys of its own everywhere. */
export const keysOfCommand: Record<Command, string | null> = {
  undo: "ControlOrMeta+z",
  redo: "ControlOrMeta+Shift+z",
  save: "ControlOrMeta+s",
  replace: "ControlOrMeta+h",
  submit: "ControlOrMeta+Enter",
  cancel: "Escape",
  activate: "Enter",
  delete: "Delete",
  duplicate: "ControlOrMeta+d",
  new: null,
  open: "ControlOrMeta+o",
  print: null,
  link: null,
  "zoom-in": "ControlOrMeta+=",
  "zoom-out": "ControlOrMeta+-",
  "zoom-reset": "ControlOrMeta+0",
  next: "ArrowDown",
  previous: "ArrowUp",
  other: null,
};
