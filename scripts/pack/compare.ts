// Whether a published package holds what the source makes.
import { unzipSync } from "fflate";
import type { Files } from "./archive.ts";

/** The files of an archive. */
export const filesIn = (archive: Uint8Array): Files =>
  new Map(Object.entries(unzipSync(archive)).filter(([name]) => !name.endsWith("/")));

// Mozilla's signature lies inside the archive, in files of this folder.
const isSignature = (name: string) => /^META-INF\/[^/]+$/.test(name);

/** Each file that differs, and how. */
export function differences(published: Files, made: Files): string[] {
  const names = new Set([...published.keys(), ...made.keys()]);
  return [...names].toSorted().flatMap((name) => {
    const [theirs, ours] = [published.get(name), made.get(name)];
    if (!ours) return isSignature(name) ? [] : [`${name}: only in the published package`];
    if (!theirs) return [`${name}: only in what the source makes`];
    return Buffer.compare(theirs, ours) === 0 ? [] : [`${name}: other bytes`];
  });
}

export const isSigned = (published: Files): boolean => [...published.keys()].some(isSignature);
