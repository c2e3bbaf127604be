// Which versions work together here, as pairs of a name and its value.
import { noticeVersion } from "../../../../schemas/consent.ts";
import { t } from "../../../platform/words.ts";
import { bundled } from "../../../vocabulary/bundled.ts";

/** "Chrome 156" or "Firefox 150", from the browser's own word of itself. */
export function browserWords(agent: string = navigator.userAgent): string {
  const [, name, version] = /(Firefox|Edg|Chrome)\/(\d+)/.exec(agent) ?? [];
  if (!name || !version) return t("versions.unknown");
  return `${name} ${version}`;
}

export const versionWords = (extension: string): [name: string, value: string][] => [
  [t("versions.extension"), extension],
  [t("versions.notice"), String(noticeVersion)],
  [t("versions.browser"), browserWords()],
  ...bundled().map(({ title, version }): [string, string] => [
    t("about.vocabulary", title),
    t("about.edition", version),
  ]),
];
