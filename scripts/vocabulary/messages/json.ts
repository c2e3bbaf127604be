// Nested JSON (i18next, vue-i18n, FormatJS, Chrome's messages.json): the key is the path of keys.

/** Every string in it by its path. An object with `message` (Chrome) or `defaultMessage` (FormatJS) is that string. */
export function readJson(text: string): Map<string, string> {
  const messages = new Map<string, string>();
  const walk = (value: unknown, path: string) => {
    if (typeof value === "string") messages.set(path, value);
    if (typeof value !== "object" || value === null) return;
    const { message, defaultMessage } = value as Record<string, unknown>;
    const only = defaultMessage ?? ("description" in value || "placeholders" in value ? message : undefined);
    if (typeof only === "string") {
      messages.set(path, only);
      return;
    }
    for (const [key, inner] of Object.entries(value)) walk(inner, path === "" ? key : `${path}.${key}`);
  };
  walk(JSON.parse(text.replace(/^\uFEFF/, "")), "");
  return messages;
}
