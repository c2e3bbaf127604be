// company.json: what an administrator writes once; store, policies and packages are made from it.
import { z } from "zod";
import { companyFaults } from "./company-faults.ts";
import { digestSchema } from "./id.ts";
import { addressSchema, policyFields, regionNameSchema } from "./policy.ts";

/** Words of the company; they are shown and never sent. */
const said = z.string().min(1).max(200).meta({ source: "person" });
const nameSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .meta({ source: "person" });

/** An extension's id in Chrome, Edge and Chromium: it follows from the key that signs. */
export const chromiumIdSchema = z
  .string()
  .regex(/^[a-p]{32}$/)
  .meta({ source: "published" });
/** An extension's id in Firefox, of the form of an address. */
export const firefoxIdSchema = z
  .string()
  .regex(/^[a-z0-9._-]{1,60}@[a-z0-9.-]{1,60}$/)
  .meta({ source: "person" });
export const versionSchema = z
  .string()
  .regex(/^\d{1,5}(\.\d{1,5}){0,3}$/)
  .max(23)
  .meta({ source: "published" });

/** The public half of the key that signs the stop file (ECDSA P-256, a JSON web key). */
export const storeKeySchema = z.strictObject({
  kty: z.literal("EC"),
  crv: z.literal("P-256"),
  x: digestSchema,
  y: digestSchema,
});
export type StoreKey = z.infer<typeof storeKeySchema>;

/** A share of the machines, and the version they are held at; left out: the newest. */
const ringSchema = z.strictObject({
  name: nameSchema,
  percent: z.int().min(1).max(100),
  version: versionSchema.optional(),
});

/** Machines that get the same policy files. Without any there is one group, `everyone`. */
const groupSchema = z.strictObject({
  name: nameSchema,
  region: regionNameSchema.optional(),
  ring: nameSchema.optional(),
  /** Several people use one profile; on a kiosk nothing is ever recorded. */
  machine: z.enum(["own", "shared", "kiosk"]).optional(),
  /** `allow`: the person installs it, or not. */
  install: z.enum(["force", "allow"]).optional(),
});
export type Group = z.infer<typeof groupSchema>;

export const companySchema = z
  .strictObject({
    format: z.literal("tooltrail-company/1"),
    ...policyFields,
    company: said,
    contact: said,
    collector: addressSchema,
    /** Where the store is: packages, update manifests, stop file. */
    store: addressSchema,
    firefoxId: firefoxIdSchema.optional(),
    keys: z.strictObject({ store: storeKeySchema.optional() }).optional(),
    /** The packed build may reach the listed tools from the start. Consent is asked all the same. */
    grantHosts: z.boolean().optional(),
    /** Recording on machines that several people use: asked again after 30 idle days, or never. */
    sharedMachines: z.enum(["shared", "never"]).optional(),
    rings: z.array(ringSchema).min(1).max(10).optional(),
    groups: z.array(groupSchema).min(1).max(100).optional(),
  })
  .superRefine((company, context) => {
    for (const { path, message } of companyFaults(company))
      context.addIssue({ code: "custom", path, message });
  });
export type Company = z.infer<typeof companySchema>;
