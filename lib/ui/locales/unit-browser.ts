// In place of the browser in unit tests: the same message files, in the language of TOOLTRAIL_LANGUAGE.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { generateChromeMessages, parseMessagesFile } from "@wxt-dev/i18n/build";

const folder = import.meta.dirname;
const files = await Promise.all(
  readdirSync(folder)
    .filter((file) => file.endsWith(".yml"))
    .map(async (file) => {
      const parsed = await parseMessagesFile(join(folder, file));
      return [file.slice(0, -4), generateChromeMessages(parsed)] as const;
    }),
);
const messages = new Map(files);

/** As the browser does: a region's language, and English where there is none. */
const chosen = (): string => process.env.TOOLTRAIL_LANGUAGE ?? "en";
const messagesOf = () => messages.get(chosen().split("-")[0]!) ?? messages.get("en");

export const browser = {
  i18n: {
    getMessage(key: string, values: readonly string[] = []): string {
      if (key === "@@ui_locale") return chosen().replaceAll("-", "_");
      const message = messagesOf()?.[key]?.message ?? "";
      return message.replace(/\$([1-9])/g, (_, at) => values[Number(at) - 1] ?? "");
    },
  },
};
