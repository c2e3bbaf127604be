// Chrome's update manifest, which Edge and Chromium read too.
import type { Company } from "../../schemas/company.ts";
import type { Release } from "../../schemas/release.ts";
import { inStore } from "./published.ts";
import { escaped } from "./xml.ts";

/** Says where the package of a release lies, how large it is and what its sum is. */
export function updateManifest(company: Company, release: Release, folder: string): string {
  const { name, size, sha256 } = release.files.find(({ role }) => role === "chromium")!;
  const codebase = escaped(inStore(company, `${folder}/${name}`));
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${release.chromiumId}">
    <updatecheck codebase="${codebase}" version="${release.version}" prodversionmin="${release.oldest.chromium}" hash_sha256="${sha256}" size="${size}"/>
  </app>
</gupdate>
`;
}
