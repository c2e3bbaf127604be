import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { align, merged } from "./align.ts";
import { languageOf, readMessageFiles } from "./files.ts";
import { readJson } from "./json.ts";
import { hasPlaceholder, shownText } from "./placeholders.ts";
import { readPo } from "./po.ts";
import { readProperties } from "./properties.ts";

const entries = (map: Map<string, string>) => Object.fromEntries(map);

it("reads nested JSON, lists, and the forms of Chrome and FormatJS", () => {
  const text = JSON.stringify({
    menu: { open: "Open", days: ["Mon", "Tue"] },
    save: { message: "Save", description: "a button" },
    "app.title": { defaultMessage: "Title" },
    message: "Plain",
    count: 3,
  });
  expect(entries(readJson(`\uFEFF${text}`))).toEqual({
    "menu.open": "Open",
    "menu.days.0": "Mon",
    "menu.days.1": "Tue",
    save: "Save",
    "app.title": "Title",
    message: "Plain",
  });
});

it("reads gettext: contexts, plurals, continued lines, escapes; no head, no fuzzy guess", () => {
  const po = [
    'msgid ""\nmsgstr ""\n"Language: de\\n"',
    '#: a.c:1\nmsgid "Open"\nmsgstr "Öffnen"',
    'msgctxt "menu"\nmsgid "Open"\nmsgstr "Auf"\n"machen"',
    '#, fuzzy\nmsgid "Close"\nmsgstr "Geschlossen"',
    'msgid "One file"\nmsgid_plural "Many files"\nmsgstr[0] "Eine Datei"\nmsgstr[1] "Viele \\"Dateien\\""',
    'msgid "Untranslated"\nmsgstr ""',
  ].join("\n\n");
  expect(entries(readPo(po))).toEqual({
    Open: "Öffnen",
    "menu\u0004Open": "Aufmachen",
    "One file": "Eine Datei",
    "One file[1]": 'Viele "Dateien"',
  });
});

it("reads .properties: separators, continuations, escapes, comments", () => {
  const text =
    "# no\n! no\na=One\nb : Two\nc Three\nd\\ e = F\\u00fcnf\nlong = a \\\n   b\nend=\\\\\nq=Don''t\n\nempty=";
  expect(entries(readProperties(text))).toEqual({
    a: "One",
    b: "Two",
    c: "Three",
    "d e": "Fünf",
    long: "a b",
    end: "\\",
    q: "Don't",
    empty: "",
  });
});

describe("a message that is filled in", () => {
  it.each([
    "{0} files",
    "{{x}}",
    `Hi $${"{name}"}`,
    "__count__ nodes",
    "%s of %d",
    "%(name)s",
    "%1$s",
    "$t(a.b)",
  ])("%s", (message) => expect(hasPlaceholder(message)).toBe(true));
  it.each([":count items", "Hello :name", "@:menu.open", "<%= x %>"])("%s", (message) =>
    expect(hasPlaceholder(message)).toBe(true),
  );
  it.each(["Save", "100% sure", "Name:", "a: b", "snake_case", "Cost ($)", "5 % off", "Type: all"])(
    "is not %s",
    (message) => expect(hasPlaceholder(message)).toBe(false),
  );
});

it("shows a message as a browser does", () => {
  expect(shownText("<p>One</p><p><b>T</b>wo &amp; more&#8230;</p>")).toBe("One Two & more…");
  expect(shownText("a &unknown; b < c")).toBe("a &unknown; b < c");
});

it.each([
  ["i18n/de.json", { language: "de", catalogue: "" }],
  ["messages_pt_BR.properties", { language: "pt-BR", catalogue: "messages" }],
  ["app.fr.po", { language: "fr", catalogue: "app" }],
  ["locales/en-US/editor.json", { language: "en-US", catalogue: "editor" }],
  ["de/LC_MESSAGES/app.po", { language: "de", catalogue: "LC_MESSAGES/app" }],
  ["strings.json", undefined],
])("the language of %s", (path, expected) => expect(languageOf(path)).toEqual(expected));

describe("files of several languages", () => {
  const folder = mkdtempSync(join(tmpdir(), "messages-"));
  const write = (path: string, content: unknown) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(content));
    return join(folder, path);
  };

  it("are one entry a key, and leave out what is filled in or long", () => {
    const en = write("one/en-US.json", { a: "Save", b: "{0} of {1}", c: "Only here", d: "word ".repeat(30) });
    const de = write("one/de.json", { a: "Speichern", b: "{0} von {1}", d: "Wort" });
    expect(align(readMessageFiles([en, de]), "en")).toEqual({
      terms: [{ en: "Only here" }, { en: "Save", de: "Speichern" }],
      left: { filledIn: 2, notATerm: 1, oneLanguage: 1 },
    });
  });

  it("are told apart by catalogue, and paired where the path says nothing of a language", () => {
    write("two/en/a.json", { k: "Left" });
    write("two/en/b.json", { k: "Right" });
    write("two/de/a.json", { k: "Links" });
    write("two/de/b.json", { k: "Rechts" });
    const both = [
      { en: "Left", de: "Links" },
      { en: "Right", de: "Rechts" },
    ];
    expect(align(readMessageFiles([join(folder, "two/en"), join(folder, "two/de")]), "en").terms).toEqual(
      both,
    );
    expect(
      align(
        readMessageFiles([`en=${join(folder, "two/en/a.json")}`, `de=${join(folder, "two/de/a.json")}`]),
        "en",
      ).terms,
    ).toEqual(both.slice(0, 1));
    expect(() => readMessageFiles([write("strings.json", {})])).toThrow(/Which language/);
  });
});

it("says alike entries once, and takes a poorer one for the fuller", () => {
  const full = { en: "Name", de: "Name" };
  expect(merged([{ en: "Name" }, full, { de: "Name", en: "Name" }, { en: "Edit" }])).toEqual([
    { en: "Edit" },
    full,
  ]);
});
