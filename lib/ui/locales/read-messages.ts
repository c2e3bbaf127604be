// The message files as the tests of words look at them.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseMessagesFile } from "@wxt-dev/i18n/build";

export interface Message {
  /** The one form, or one for each number. */
  forms: readonly string[];
  plural: boolean;
}

export const languages = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".yml"))
  .map((file) => file.slice(0, -4));

/** Our own messages of a language by their keys, without those that the browser defines. */
export async function readMessages(language: string): Promise<Map<string, Message>> {
  const parsed = await parseMessagesFile(join(import.meta.dirname, `${language}.yml`));
  const ours = parsed.filter(({ key }) => !key[0]!.startsWith("@@"));
  return new Map(
    ours.map((message) => [
      message.key.join("."),
      message.type === "plural"
        ? { plural: true, forms: Object.values(message.plurals) }
        : { plural: false, forms: [message.message] },
    ]),
  );
}
