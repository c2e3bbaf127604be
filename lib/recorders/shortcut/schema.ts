import { z } from "zod";
import { defineKind } from "../kind.ts";

/** All the commands there are. A combination that is none of these is `other`: that there was one, not which. */
export const commandSchema = z.enum([
  "copy",
  "cut",
  "paste",
  "undo",
  "redo",
  "save",
  "find",
  "replace",
  "select-all",
  "submit",
  "cancel",
  "activate",
  "delete",
  "duplicate",
  "new",
  "open",
  "print",
  "help",
  "search",
  "palette",
  "bold",
  "italic",
  "underline",
  "link",
  "zoom-in",
  "zoom-out",
  "zoom-reset",
  "next",
  "previous",
  "other",
]);
export type Command = z.infer<typeof commandSchema>;

/** Those that leave: not what is done to a text while it is written, nor how something was searched for or reached. */
export const shippedCommandSchema = commandSchema.exclude([
  ...["copy", "cut", "paste", "select-all", "bold", "italic", "underline"],
  ...["search", "find", "palette", "help"],
] as const);
type ShippedCommand = z.infer<typeof shippedCommandSchema>;

export const shortcut = defineKind({
  about: { title: "Keyboard commands" },
  stored: { command: commandSchema },
  shipped: { command: shippedCommandSchema },
  ship: ({ command }: { command: ShippedCommand | Command }) => ({ command: command as ShippedCommand }),
});
