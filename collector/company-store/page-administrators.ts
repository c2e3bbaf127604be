// The part of the store page that is for administrators: policies and update files, ready to copy.
import { html } from "hono/html";
import type { Company } from "../../schemas/company.ts";
import type { PolicyFile } from "../company/policy-files.ts";
import { groupsOf } from "../company/policy-of.ts";

const row = ({
  path,
  browser,
  system,
  place,
}: PolicyFile) => html`<tr><td><a href="${path}">${path.split("/").at(-1)}</a></td>
<td>${browser === "all" ? "every browser" : browser}, ${system === "all" ? "every system" : system}</td><td>${
  place.startsWith("/") ? html`<code>${place}</code>` : place
}</td></tr>`;

const group = (company: Company, name: string, policies: readonly PolicyFile[]) => {
  const said = groupsOf(company).find((one) => one.name === name)!;
  const ring = company.rings?.find((one) => one.name === said.ring);
  const about = [
    said.install === "allow" ? "may install" : "installed for them",
    said.region && `region ${said.region}`,
    said.machine === "shared" && "shared machines",
    said.machine === "kiosk" && "kiosks, which never record",
    ring && `ring ${ring.name} (${ring.percent}% of machines, ${ring.version ?? "the newest version"})`,
  ].filter(Boolean);
  return html`<details><summary>${name}: ${about.join(", ")}</summary><div class="scroll"><table>
<thead><tr><th>File</th><th>For</th><th>Where it goes</th></tr></thead><tbody>${policies.map(row)}</tbody></table></div></details>`;
};

/** Every group of machines with its files. */
export const administratorsPart = (company: Company, policies: readonly PolicyFile[]) => {
  const groups = Map.groupBy(policies, (policy) => policy.group.name);
  return html`<section class="card"><h2>For administrators</h2>
<p>Everything here is made from company.json. Copy the files of the group that a machine belongs to. Chromium and Firefox ESR on Linux were tried; the others are made from the same values and were not.</p>
${[...groups].map(([name, files]) => group(company, name, files))}
<details><summary>Where browsers look for updates</summary><ul>
<li><a href="updates.xml">updates.xml</a> Chrome, Edge and Chromium</li>
${(company.rings ?? []).map(
  ({ name }) => html`<li><a href="updates-${name}.xml">updates-${name}.xml</a> the same, ring ${name}</li>`,
)}
<li><a href="updates.json">updates.json</a> Firefox</li></ul></details></section>`;
};
