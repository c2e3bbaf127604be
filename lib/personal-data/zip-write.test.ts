import { createHash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";
import { unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { checkExport } from "./check-export.ts";
import type { Digest } from "./hash-beside.ts";
import { type Bytes, type ZipFile, zipOf } from "./zip-write.ts";

const digest = (): Digest => {
  let [sum, crc] = [createHash("sha256"), 0];
  return {
    async add(bytes) {
      sum.update(bytes);
      crc = crc32(bytes, crc);
    },
    async end() {
      const end = { sha256: sum.digest("hex"), crc };
      [sum, crc] = [createHash("sha256"), 0];
      return end;
    },
  };
};

async function* inParts(bytes: Uint8Array, size: number): AsyncGenerator<Bytes> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size) as Bytes;
}

async function* filesOf(contents: Record<string, Uint8Array>): AsyncGenerator<ZipFile> {
  for (const [name, bytes] of Object.entries(contents)) yield { name, parts: inParts(bytes, 777) };
}

async function zipped(contents: Record<string, Uint8Array>): Promise<Bytes> {
  const pieces: Bytes[] = [];
  for await (const piece of zipOf(filesOf(contents), digest())) pieces.push(piece);
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

const text = (words: string) => new TextEncoder().encode(words);
const contents = {
  "trajectories.jsonl": text(`{"id":"a","steps":[${'{"n":1,"step":{}},'.repeat(999)}{"n":2,"step":{}}]}\n`),
  "empty.jsonl": new Uint8Array(),
  "größe.bin": randomBytes(100_000),
};
const check = (bytes: Bytes) =>
  checkExport(new Blob([bytes]), { signal: new AbortController().signal, onRead: () => {} });

test("another reader finds the same bytes", async () => {
  const found = unzipSync(await zipped(contents));
  expect(Object.keys(found)).toEqual([...Object.keys(contents), "SHA256SUMS"]);
  for (const [name, bytes] of Object.entries(contents)) expect(Buffer.compare(found[name]!, bytes)).toBe(0);
});

test("our own check counts and agrees", async () => {
  const checked = await check(await zipped(contents));
  expect(checked).toMatchObject({ is: "export", whole: true });
  expect(checked.is === "export" && checked.files[0]).toMatchObject({ lines: 1, steps: 1000 });
});

test("what another writer has deflated is read too", async () => {
  const listed = Object.entries(contents).map(
    ([name, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`,
  );
  const files = { ...contents, SHA256SUMS: text(listed.join("")) };
  const packed = new Uint8Array(zipSync(files, { level: 6 }));
  expect(packed.length).toBeLessThan((await zipped(contents)).length);
  const checked = await check(packed);
  expect(checked).toMatchObject({ is: "export", whole: true });
  expect(checked.is === "export" && checked.files[0]).toMatchObject({ lines: 1, steps: 1000 });
});

test("a part may be overwritten once the next one is asked for", async () => {
  const lent = new Uint8Array(4) as Bytes;
  async function* parts(): AsyncGenerator<Bytes> {
    for (let nth = 0; nth < 9; nth++) yield lent.fill(nth);
  }
  async function* files(): AsyncGenerator<ZipFile> {
    yield { name: "a", parts: parts() };
  }
  const pieces: Bytes[] = [];
  for await (const piece of zipOf(files(), digest())) pieces.push(piece.slice());
  expect(await check(new Uint8Array(await new Blob(pieces).arrayBuffer()))).toMatchObject({ whole: true });
});

test("no byte of the files can change unseen", async () => {
  const whole = await zipped(contents);
  const ends = Buffer.from(whole).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  for (let at = 60; at < ends; at += Math.ceil(ends / 60)) {
    const changed = whole.slice();
    changed[at] = changed[at]! ^ 1;
    const checked = await check(changed);
    // What is in a head of a file, and is in the directory too, says nothing of the bytes.
    if (checked.is === "export" && checked.whole)
      expect(unzipSync(changed)["größe.bin"]).toEqual(unzipSync(whole)["größe.bin"]);
  }
});

test.each([0, 10, 22, 1000])("%i bytes of anything are no export", async (size) => {
  expect(await check(new Uint8Array(randomBytes(size)))).toEqual({ is: "no-export" });
});

test("what fails while it is written fails the zip", async () => {
  async function* broken(): AsyncGenerator<Bytes> {
    yield text("some") as Bytes;
    throw new Error("The disk is gone");
  }
  async function* files(): AsyncGenerator<ZipFile> {
    yield { name: "a", parts: broken() };
  }
  const all = async () => {
    for await (const _ of zipOf(files(), digest()));
  };
  await expect(all()).rejects.toThrow("The disk is gone");
});
