import { z } from "zod";
import { indexSchema } from "../../../schemas/id.ts";
import { defineKind } from "../kind.ts";

const control = z.enum(["select", "checkbox", "radio", "date", "range", "colour", "file"]);
/** Index of the chosen option's term where the list is fixed; null else. */
const option = indexSchema.nullable();

export const choose = defineKind({
  about: {
    title: "Choices",
    what: "that something was chosen; which, only from a published list",
    why: "An agent learns which switches and lists a task goes through.",
    leaves: "The control, and the option if the tool publishes it. No date, number, colour or file name.",
    verb: "Chose in",
  },
  stored: { control, option },
  shipped: { control, option },
  usual: { option: null },
  ship: ({ control, option }) => ({ control, option }),
});
