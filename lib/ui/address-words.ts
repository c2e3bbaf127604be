import { keyed, t } from "../platform/words.ts";
import type { AddressCheck, AddressProblem } from "../scope/pattern.ts";
import { unicodeHost } from "../scope/unicode-host.ts";

/** What a wrong address would have done, then what to write instead. A new problem without words does not compile. */
export const addressWords = (problem: AddressProblem): string => t(`address.${keyed(problem)}`);

/** What an address that is taken covers, and what the person should know of it. */
export function coversWords(check: Extract<AddressCheck, { ok: true }>): string[] {
  const { origin, host } = check;
  return [
    t("covers.site", origin),
    ...check.notes.map((note) =>
      note === "punycode" ? t("covers.punycode", unicodeHost(host), host) : t(`covers.${keyed(note)}`),
    ),
  ];
}
