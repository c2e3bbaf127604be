// What a person reads, in the browser's language: messages of lib/ui/locales, and numbers by Intl.
import { createI18n } from "@wxt-dev/i18n";
import type { GeneratedI18nStructure } from "../../.wxt/i18n/structure.d.ts";

type Messages = Omit<GeneratedI18nStructure, `@@${string}`>;
type Value = string | number;
type Filled<N> = N extends 0
  ? []
  : N extends 1
    ? [Value]
    : N extends 2
      ? [Value, Value]
      : N extends 3
        ? [Value, Value, Value]
        : [Value, Value, Value, Value];
type AfterCount<N> = Filled<N> extends [Value, ...infer Rest extends Value[]] ? Rest : [];

/** A message that does not depend on a number. */
export type WordKey = {
  [K in keyof Messages]: Messages[K]["plural"] extends true ? never : K;
}[keyof Messages];
/** A message with a form for one and a form for many. */
export type CountKey = Exclude<keyof Messages, WordKey>;

const { t: look } = createI18n();

let known: string | undefined;

/** The language of the messages, with the browser's region where it is the same one: "en-GB", "de". */
export function language(): string {
  if (known !== undefined) return known;
  const ours = look("locale");
  const browsers = look("@@ui_locale").replaceAll("_", "-");
  known = browsers.split("-")[0] === ours ? browsers : ours;
  return known;
}

let numbers: Intl.NumberFormat | undefined;

/** "3,699" */
export function numberWords(value: number): string {
  numbers ??= new Intl.NumberFormat(language());
  return numbers.format(value);
}

const shown = (value: Value): string => (typeof value === "number" ? numberWords(value) : value);

// Filled by this page's own signs first, so that a name which looks like a placeholder or a bar stays what it is.
const hole = (_: unknown, at: number): string => String.fromCharCode(0xe000 + at);
const filled = (message: string, values: readonly Value[]): string =>
  message.replace(/[\ue000-\ue008]/g, (sign) => shown(values[sign.charCodeAt(0) - 0xe000]!));

/** Looked up once each: every question to the browser leaves the page's own code, and a list of steps asks thousands. */
const messages = new Map<string, string>();

/** The message of a key with its placeholders filled; numbers are written as the language writes them. */
export function t<K extends WordKey>(key: K, ...values: Filled<Messages[K]["substitutions"]>): string {
  let message = messages.get(key);
  if (message === undefined) {
    message = look(key, values.map(hole));
    messages.set(key, message);
  }
  return values.length === 0 ? message : filled(message, values);
}

/** The form of a message that goes with a number, which is its first placeholder. */
export function counted<K extends CountKey>(
  key: K,
  count: number,
  ...values: AfterCount<Messages[K]["substitutions"]>
): string {
  const message = look(key, count, [shown(count), ...values.map(hole)]);
  return filled(message, values);
}

type Keyed<T extends string> = T extends `${infer A}-${infer B}` ? `${A}_${Keyed<B>}` : T;

/** The part of a key for one of our own words: "step-gap" is "step_gap" there. */
export const keyed = <T extends string>(word: T): Keyed<T> => word.replaceAll("-", "_") as Keyed<T>;
