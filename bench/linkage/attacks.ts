// Attacks that say of each shipment which other one is the same person's, by what the other side knows of both.
import type { Known } from "./office.ts";

/** How unlike two are; the least unlike is taken for the same person's. */
export type Attack = (one: Known, other: Known) => number;

const far = 1e12;
const differ = (one: unknown, other: unknown) => (one === other ? 0 : far);
const apart = (one: number, other: number) => Math.abs(one - other);
/** The first 48 bits of a name: names that were made one after the other would lie beside each other. */
const numberOf = (name: string) => Buffer.from(name, "base64url").readUIntBE(0, 6);

/** Each by the part of the other side's knowledge that it uses; where that says nothing, by order. */
export const attacks = {
  order: (a, b) => apart(a.at, b.at),
  connection: (a, b) => differ(a.connection, b.connection) + apart(a.at, b.at),
  headers: (a, b) => differ(a.headers, b.headers) + apart(a.at, b.at),
  size: (a, b) => apart(a.size, b.size) * 1e6 + apart(a.at, b.at),
  "token key": (a, b) => differ(a.tokenKey, b.tokenKey) + apart(a.at, b.at),
  "place of the row": (a, b) => apart(a.nameAt, b.nameAt),
  "place of the bytes": (a, b) => apart(a.bytesAt, b.bytesAt),
  "stored size": (a, b) => apart(a.storedSize, b.storedSize) * far + apart(a.bytesAt, b.bytesAt),
  name: (a, b) => apart(numberOf(a.id), numberOf(b.id)),
  "all of it": (a, b) =>
    differ(a.connection, b.connection) +
    differ(a.headers, b.headers) +
    differ(a.tokenKey, b.tokenKey) +
    apart(a.size, b.size) * 1e6 +
    apart(a.at, b.at),
} satisfies Record<string, Attack>;

/** How many of the guesses are right. */
export const rightGuesses = (known: readonly Known[], unlike: Attack): number =>
  known.filter((one) => {
    let [nearest, least] = [one, Number.POSITIVE_INFINITY];
    for (const other of known) {
      const distance = other === one ? Number.POSITIVE_INFINITY : unlike(one, other);
      if (distance < least) [nearest, least] = [other, distance];
    }
    return nearest !== one && nearest.who === one.who;
  }).length;

/**
 * The most that chance gets right: its mean and five times its spread. Guesses come in pairs, because who is nearest to
 * one often has that one for its nearest, so the spread is that of half as many guesses that count twice.
 */
export function mostByChance(people: number, each: number): number {
  const mean = (people * each * (each - 1)) / (people * each - 1);
  return Math.ceil(mean + 5 * Math.sqrt(2 * mean));
}
