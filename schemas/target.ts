// What was acted on, without any string of the page: enums, vocabulary indices and ordinals only.
import { z } from "zod";
import { indexSchema } from "./id.ts";
import { roles } from "./roles.ts";
import { tags } from "./tags.ts";

export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** An HTML, SVG or MathML name, the vocabulary index of a custom element, or `custom`. */
export const tagSchema = z.union([z.enum([...tags, "custom"]), indexSchema]);
export type Tag = z.infer<typeof tagSchema>;

/** One link of the click path: `nth` counts the siblings of the same tag before it, from 0. */
export const linkSchema = z.strictObject({
  tag: tagSchema,
  nth: z.uint32().max(1_000_000),
  /** The boundary crossed to get from the link before into this one. */
  boundary: z.enum(["shadow-open", "shadow-closed", "frame"]).optional(),
  /** Where it stands among three or more items of a list, table, grid or tree, or among six or more alike boxes. */
  among: z.enum(["first", "middle", "last"]).optional(),
});
export type Link = z.infer<typeof linkSchema>;

/**
 * The nearest ancestor that can be found by itself: the only one with this attribute, or the only one of this role
 * (a landmark or dialog), or the only one of this role and name.
 */
/** Said where there are several of which only this one was shown, as of menus that wait hidden until they open. */
const shown = z.literal(true).optional();
// Tried in this order: the commoner one first, for what one that does not fit would say is made all the same.
export const anchorSchema = z.union([
  z.strictObject({ role: roleSchema, name: indexSchema.nullable(), shown }),
  z.strictObject({ attribute: indexSchema, shown }),
]);
export type Anchor = z.infer<typeof anchorSchema>;

/** Where a selector looks: inside the anchor, null for the whole document or shadow root. */
const within = anchorSchema.nullable();
/** Which of several that it finds there, from 0; left out where it finds exactly one. */
const nth = z.uint32().max(1_000_000).optional();

/** `attribute` is an index into the vocabulary's attributes (name and value). */
const byAttribute = z.strictObject({ by: z.literal("attribute"), attribute: indexSchema, within, nth });
const byRole = z.strictObject({ by: z.literal("role"), role: roleSchema, name: indexSchema, within, nth });
const byLabel = z.strictObject({ by: z.literal("label"), label: indexSchema, within, nth });
/** By tag and fixed classes, indices of the vocabulary's attributes. */
const byClasses = z.strictObject({
  by: z.literal("css"),
  tag: tagSchema,
  classes: z.array(indexSchema).min(1).max(3),
  within,
  nth,
});
/** The `nth` element of that tag, or where no tag is given of that role. Needs no vocabulary. */
const byOrdinal = z.strictObject({
  by: z.literal("ordinal"),
  role: roleSchema,
  tag: tagSchema.optional(),
  nth: z.uint32().max(1_000_000),
  within,
});

/** What leaves: one way to find the element again. */
export const shippedSelectorSchema = z.discriminatedUnion("by", [
  byAttribute,
  byRole,
  byLabel,
  byClasses,
  byOrdinal,
]);
export type ShippedSelector = z.infer<typeof shippedSelectorSchema>;

/** `nth` counts rows, items or cards of a list: it is the person's data, so this selector stays here. */
const countsRows = { countsRows: z.literal(true).optional() };

export const selectorSchema = z.discriminatedUnion("by", [
  byAttribute.extend(countsRows),
  byRole.extend(countsRows),
  byLabel.extend(countsRows),
  byClasses.extend(countsRows),
  byOrdinal.extend(countsRows),
]);
export type Selector = z.infer<typeof selectorSchema>;

export const stateSchema = z.enum([
  "empty",
  "default",
  "filled",
  "checked",
  "expanded",
  "selected",
  "disabled",
]);

export const targetSchema = z.strictObject({
  role: roleSchema,
  /** Index of the accessible name in the vocabulary's terms; null when the vocabulary does not hold it. */
  name: indexSchema.nullable(),
  path: z.array(linkSchema).max(512),
  selectors: z.array(selectorSchema).max(8),
  /** x, y, width, height in thousandths of the viewport. Local only. */
  box: z.tuple([z.int(), z.int(), z.int(), z.int()]),
  state: z.array(stateSchema).max(7),
  /** Indices of fixed terms in the same row or card. */
  terms: z.array(indexSchema).max(8),
});
export type Target = z.infer<typeof targetSchema>;

/**
 * A link of a shipped path. `nth` is kept where the siblings differ; among three or more alike siblings
 * (rows of a list) only first, middle or last leaves (privacy model, section 4).
 */
export const shippedLinkSchema = linkSchema.omit({ among: true }).extend({
  nth: z.union([z.uint32().max(1_000_000), z.enum(["first", "middle", "last"])]),
});

/** Links of the click path that leave, counted from the element. */
export const shippedLinks = 8;

/** Which tab or option is chosen is the work's; what is filled in or unfolded already hangs on the acts before. */
export const shippedStateSchema = z.array(stateSchema.extract(["selected"])).max(1);

export const shippedTargetSchema = targetSchema.omit({ box: true }).extend({
  path: z.array(shippedLinkSchema).max(shippedLinks),
  selectors: z.array(shippedSelectorSchema).max(8),
  state: shippedStateSchema,
});
export type ShippedTarget = z.infer<typeof shippedTargetSchema>;
