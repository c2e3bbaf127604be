import { z } from "zod";
import { indexSchema } from "../../../schemas/id.ts";
import { defineKind } from "../kind.ts";

const control = z.enum(["select", "checkbox", "radio", "date", "range", "colour", "file"]);
/** Index of the chosen option's term where the list is fixed; null else. */
const option = indexSchema.nullable();

export const choose = defineKind({
  about: { title: "Choices" },
  stored: { control, option },
  shipped: { control, option },
  usual: { option: null },
  ship: ({ control, option }) => ({ control, option }),
});
