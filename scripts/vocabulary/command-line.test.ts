// The commands as a person runs them, without a browser.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readCookies } from "./account.ts";

const folder = mkdtempSync(join(tmpdir(), "vocabulary-"));
const write = (name: string, content: unknown): string => {
  writeFileSync(join(folder, name), JSON.stringify(content));
  return join(folder, name);
};
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, "main.ts"), ...args],
    { encoding: "utf8", timeout: 60_000 },
  );
  return { status, said: stdout + stderr };
};
const vocabulary = {
  format: "tooltrail-vocabulary/1",
  tool: "bm9kZS1yZWQtZWRpdG9yAA",
  version: 1,
  title: "A tool",
  routes: ["/"],
  terms: [{ en: "Save" }],
  attributes: [],
  elements: [],
  tasks: [],
};

it("--check fails over data, and passes once it was reviewed", { timeout: 90_000 }, () => {
  const clean = write("clean.json", vocabulary);
  expect(run("--check", clean)).toMatchObject({ status: 0 });
  const file = write("data.json", { ...vocabulary, terms: [{ en: "Save" }, { en: "ada@firm.example" }] });
  const found = run("--check", file);
  expect(found.status).toBe(1);
  expect(found.said).toContain('term 1: "ada@firm.example", mail');
  expect(run("--check", file, "--reviewed", write("list.json", ["ada@firm.example"]))).toMatchObject({
    status: 0,
  });
  write("data.reviewed.json", ["ada@firm.example"]);
  expect(run("--check", file)).toMatchObject({ status: 0 });
  expect(run("--check", write("broken.json", { ...vocabulary, more: 1 }))).toMatchObject({ status: 2 });
});

it("--diff fails over a change without a higher version", { timeout: 90_000 }, () => {
  const old = write("old.json", vocabulary);
  const changed = { ...vocabulary, terms: [{ en: "Open" }] };
  const same = run("--diff", old, write("same.json", changed));
  expect(same.status).toBe(1);
  expect(same.said).toContain("  + Open\n  - Save");
  expect(run("--diff", old, write("next.json", { ...changed, version: 2 }))).toMatchObject({ status: 0 });
  expect(run()).toMatchObject({ status: 2, said: expect.stringContaining("npm run vocabulary -- URL") });
});

it("builds from message files alone, and raises the version over the file before", {
  timeout: 90_000,
}, () => {
  const out = join(folder, "made.json");
  const en = write("en.json", { save: "Save", hello: "Hello {name}" });
  const read = () => JSON.parse(readFileSync(out, "utf8"));
  expect(run("--messages", en, write("de.json", { save: "Speichern" }), "--out", out)).toMatchObject({
    status: 0,
  });
  expect(read()).toMatchObject({ version: 1, terms: [{ en: "Save", de: "Speichern" }] });
  const { tool } = read();
  expect(run("--messages", en, "--out", out)).toMatchObject({ status: 0 });
  expect(read()).toMatchObject({ tool, version: 2, terms: [{ en: "Save" }] });
});

it("reads cookies as Playwright and as browsers save them", () => {
  const cookie = { name: "a", value: "b", domain: "tool.example", sameSite: "lax", expirationDate: 5 };
  const read = { name: "a", value: "b", domain: "tool.example", path: "/", secure: false, httpOnly: false };
  for (const saved of [[cookie], { cookies: [cookie] }])
    expect(readCookies(JSON.stringify(saved))).toEqual({
      cookies: [{ ...read, sameSite: "Lax", expires: 5 }],
      origins: [],
    });
  expect(() => readCookies('{"cookies":1}')).toThrow(/no list/);
});

it("takes what the owner calls elements from a file, and keeps it", { timeout: 90_000 }, () => {
  const out = join(folder, "called.json");
  const en = `en=${write("words.json", { save: "Save" })}`;
  const names = write("names.json", { "id=save-icon": "Save", "class=card-link": "Card" });
  const read = () => JSON.parse(readFileSync(out, "utf8"));
  expect(run("--messages", en, "--names", names, "--out", out)).toMatchObject({ status: 0 });
  const called = {
    terms: [{ en: "Card" }, { en: "Save" }],
    attributes: [
      { name: "class", value: "card-link", term: 0 },
      { name: "id", value: "save-icon", term: 1 },
    ],
  };
  expect(read()).toMatchObject({ version: 1, ...called });
  const more = `en=${write("more.json", { add: "Add", save: "Save" })}`;
  expect(run("--messages", more, "--keep", "--out", out)).toMatchObject({ status: 0 });
  expect(read()).toMatchObject({ version: 2, attributes: [{ term: 1 }, { term: 2 }] });
  const wrong = run("--messages", en, "--names", write("wrong.json", { "href=x": "X" }), "--out", out);
  expect(wrong).toMatchObject({ status: 2, said: expect.stringContaining("href=x is no attribute") });
});
