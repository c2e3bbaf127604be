// The list of kinds. One line each; schemas/step.ts builds the stored and shipped steps from it.
import { choose } from "./choose/schema.ts";
import { click } from "./click/schema.ts";
import { clipboard } from "./clipboard/schema.ts";
import { drag } from "./drag/schema.ts";
import { hover } from "./hover/schema.ts";
import { navigate } from "./navigate/schema.ts";
import { pointer } from "./pointer/schema.ts";
import { scroll } from "./scroll/schema.ts";
import { shortcut } from "./shortcut/schema.ts";
import { submit } from "./submit/schema.ts";
import { switching } from "./switch/schema.ts";
import { typing } from "./typing/schema.ts";

export { outlines } from "./outlines.ts";

export const kinds = {
  click,
  drag,
  hover,
  typing,
  shortcut,
  choose,
  submit,
  scroll,
  navigate,
  switch: switching,
  clipboard,
  pointer,
} as const;
