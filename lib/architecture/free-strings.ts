// Walks a zod schema and names every place where a string of a page could pass: the proof behind promise P3.
import { z } from "zod";

/** Whose words a string may be, as its schema says in `meta({ source })`. */
export type Source = "published" | "person";

export interface Allowed {
  sources?: readonly Source[];
  /** Patterns of fixed-form strings, by their source. */
  patterns: ReadonlySet<string>;
  /** Single places, by path, that are allowed for a reason told where they are listed. */
  paths?: readonly string[];
}

interface Def {
  type: string;
  shape?: Record<string, z.ZodType>;
  catchall?: z.ZodType;
  element?: z.ZodType;
  items?: z.ZodType[];
  rest?: z.ZodType | null;
  options?: z.ZodType[];
  keyType?: z.ZodType;
  valueType?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
  out?: z.ZodType;
  checks?: { _zod: { def: { format?: string; pattern?: RegExp } } }[];
}

const harmless = new Set([
  "number",
  "int",
  "boolean",
  "null",
  "undefined",
  "never",
  "enum",
  "literal",
  "nan",
]);

export const isSchema = (value: unknown): value is z.ZodType => value instanceof z.ZodType;

/** The patterns a string schema is checked against. */
export const patternsOf = (schema: z.ZodType): string[] =>
  ((schema._zod.def as unknown as Def).checks ?? []).flatMap(({ _zod: { def } }) =>
    def.format === "regex" && def.pattern ? [def.pattern.source] : [],
  );

/** One line for every place that lets a free string through; empty for a schema that is tight. */
export function freeStrings(schema: z.ZodType, allowed: Allowed, path = ""): string[] {
  if (allowed.paths?.includes(path)) return [];
  const def = schema._zod.def as unknown as Def;
  const into = (inner: z.ZodType, step: string) => freeStrings(inner, allowed, `${path}${step}`);
  if (harmless.has(def.type)) return [];
  switch (def.type) {
    case "string":
      return isAllowedString(schema, allowed) ? [] : [`${path}: a free string`];
    case "object": {
      const strict = (def.catchall?._zod.def as Def | undefined)?.type === "never";
      const fields = Object.entries(def.shape ?? {}).flatMap(([key, inner]) => into(inner, `.${key}`));
      return strict ? fields : [`${path}: an object that is not strict`, ...fields];
    }
    case "array":
      return into(def.element!, "[]");
    case "tuple":
      return [...def.items!, ...(def.rest ? [def.rest] : [])].flatMap((inner) => into(inner, "[]"));
    case "union":
      return def.options!.flatMap((inner) => into(inner, ""));
    case "record":
      return [...into(def.keyType!, "{key}"), ...into(def.valueType!, "{}")];
    case "optional":
    case "nullable":
    case "nonoptional":
    case "default":
    case "readonly":
      return into(def.innerType!, "");
    case "pipe":
      return [...into(def.in!, ""), ...into(def.out!, "")];
    // Whatever this walk does not know may let a string through: any, unknown, custom, transforms.
    default:
      return [`${path}: ${def.type}`];
  }
}

function isAllowedString(schema: z.ZodType, { patterns, sources = [] }: Allowed): boolean {
  if (patternsOf(schema).some((pattern) => patterns.has(pattern))) return true;
  const source = schema.meta()?.source;
  return sources.some((one) => one === source);
}
