import { expect, test } from "vitest";
import { aboutOf, switchNames } from "../../../schemas/step.ts";
import { isTest, sources } from "../../architecture/tree.ts";
import { t } from "../../platform/words.ts";
import { readSource, type Written, writtenIn } from "./read-sources.ts";

const attributes =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|title|placeholder|alt|label|summary|data-l|text|opens|question|does)$/;
const letters = /\p{L}/u;
/** Begins like a sentence or a title, or has two words side by side. */
const sentence = /^\p{Lu}\p{Ll}|\p{Ll}{2,} \p{Ll}{2,}/u;

/** Whether a text is read by a person and no message. */
function isBare({ text, attribute, shown, call }: Written): boolean {
  if (call === "t" || call === "counted") return false;
  if (shown) return letters.test(text);
  if (attribute !== undefined) return attributes.test(attribute) && letters.test(text);
  return sentence.test(text);
}

const inCode = (code: string): string[] =>
  writtenIn("planted.tsx", code)
    .filter(isBare)
    .map(({ text }) => text);

test("the scan finds what is written past the messages", () => {
  expect(inCode("const a = <p>Read me</p>;")).toEqual(["Read me"]);
  expect(inCode('const a = <p title="x" class="two words" />;')).toEqual(["x"]);
  expect(inCode('const a = <p aria-label={b ? "x" : t("a.b")} />;')).toEqual(["x"]);
  expect(inCode(`const a = \`Delete \${b}\`;`)).toEqual(["Delete \0"]);
  expect(inCode('const a = <b>{b ? "is gone" : null}</b>;')).toEqual(["is gone"]);
  expect(inCode('import a from "Some/Path"; const b = t("a.b"); const c: "Some type" = d;')).toEqual([]);
});

const files = sources.filter((path) => /^(lib\/ui|entrypoints)\//.test(path) && !isTest(path));

test("nothing that a person reads is written past the messages", () => {
  expect(files.length).toBeGreaterThan(40);
  const bare = files
    .filter((path) => !path.startsWith("lib/ui/locales/"))
    .flatMap((path) => readSource(path).filter(isBare))
    .map(({ file, text }) => `${file}: ${text}`);
  expect(bare).toEqual([]);
});

test("nothing is written in one language's numbers or dates", () => {
  const fixed = files.flatMap((path) =>
    readSource(path).filter(({ text }) => /^[a-z]{2}-[A-Z]{2}$/.test(text)),
  );
  expect(fixed).toEqual([]);
});

test.each(switchNames)("%s is called the same in code as in English", (name) => {
  expect(t(`kind.${name}.title`)).toBe(aboutOf(name).title);
});
