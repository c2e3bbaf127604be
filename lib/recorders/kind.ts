// The shape of one kind's schema file. Types and zod only: schemas/ and the collector import it too.
import type { z } from "zod";

/** What a kind is called in code, documents and specs: in English. What a person reads of it are messages. */
export interface KindAbout {
  title: string;
}

export interface Kind<Stored extends z.ZodRawShape, Shipped extends z.ZodRawShape> {
  about: KindAbout;
  /** Measures of a stored step, besides what every step has. */
  stored: Stored;
  /** Measures of a shipped step: nothing that depends on the person's hand (scheme T0). */
  shipped: Shipped;
  /** What a shipped measure says most often: left out of what leaves. It is part of the format. */
  usual?: Partial<z.output<z.ZodObject<Shipped, z.core.$strict>>>;
  /** Stored measures to shipped measures, pure. */
  ship: (
    measures: z.output<z.ZodObject<Stored, z.core.$strict>>,
  ) => z.output<z.ZodObject<Shipped, z.core.$strict>>;
}

/** A kind whose steps stay in the browser. */
export type LocalKind<Stored extends z.ZodRawShape> = Pick<Kind<Stored, never>, "about" | "stored"> & {
  shipped: null;
};

/** Keeps the literal types of a kind while checking its form. */
export const defineKind = <S extends z.ZodRawShape, T extends z.ZodRawShape>(kind: Kind<S, T>) => kind;
export const defineLocalKind = <S extends z.ZodRawShape>(kind: LocalKind<S>) => kind;
