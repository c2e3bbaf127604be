import { describe, expect, test } from "vitest";
import { languages, type Message, readMessages } from "./read-messages.ts";

const english = await readMessages("en");
const keys = [...english.keys()].sort();
const holes = ({ forms }: Message): string[] =>
  [...new Set(forms.flatMap((form) => form.match(/\$\d/g) ?? []))].sort();

test("there are the five languages", () => {
  expect([...languages].sort()).toEqual(["de", "en", "es", "fr", "ja"]);
});

describe.each(languages)("%s", async (language) => {
  const messages = await readMessages(language);
  const all = [...messages];

  test("has exactly the messages of English", () => {
    expect([...messages.keys()].sort()).toEqual(keys);
  });

  test("has the placeholders of English in each", () => {
    const differ = all.filter(([key, message]) => {
      const same = english.get(key);
      return same && holes(message).join() !== holes(same).join();
    });
    expect(differ.map(([key]) => key)).toEqual([]);
  });

  test("has two or three forms where a number is counted, or one for all numbers", () => {
    const wrong = all.filter(([key, { forms, plural }]) => {
      if (plural !== (english.get(key)?.plural && forms.length > 1)) return plural;
      return forms.length > 3 || forms.some((form) => form.includes(" | "));
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  test("has no key that the browser takes for another one", () => {
    const taken = [...messages.keys()].map((key) => key.replaceAll(".", "_").toLowerCase());
    expect(new Set(taken).size).toBe(taken.length);
    for (const key of taken) expect(key).toMatch(/^[a-z0-9_]+$/);
  });

  test("says it in its own words, without a plea and without an exclamation mark", () => {
    const own = all.filter(([key]) => !["name", "locale", "separator"].includes(key));
    for (const [key, { forms }] of own)
      for (const form of forms) {
        expect(form.trim(), key).toBe(form);
        expect(form, key).not.toMatch(/^$|[!！¡]|\b(please|oops|bitte|s’il vous plaît|por favor)\b/i);
      }
    if (language === "en") return;
    const copied = own.filter(([key, { forms }]) => {
      const sentence = english.get(key)!.forms[0]!;
      return sentence.split(" ").length > 4 && forms.includes(sentence);
    });
    expect(copied.map(([key]) => key)).toEqual([]);
  });

  test("has a description that stores take, and badges that a toolbar has room for", () => {
    expect(messages.get("description")!.forms[0]!.length).toBeLessThanOrEqual(132);
    for (const badge of ["toolbar.badgeOn", "toolbar.badgeFull"])
      expect(messages.get(badge)!.forms[0]!.length, badge).toBeLessThanOrEqual(4);
    expect(messages.get("locale")!.forms).toEqual([language]);
  });
});
