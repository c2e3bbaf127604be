// What one field of company.json says against another.
import type { Company } from "./company.ts";
import type { PolicyNarrowing } from "./policy.ts";

export interface CompanyFault {
  path: (string | number)[];
  message: string;
}

/** Everything that does not fit together, each at its place. */
export const companyFaults = (company: Company): CompanyFault[] => [
  ...Object.entries(company.regions ?? {}).flatMap(([name, region]) => widened(company, name, region)),
  ...ringFaults(company),
  ...groupFaults(company),
  ...sameTwice(company.tools ?? [], "tools", ({ pattern }) => pattern),
];

/** The extension would take the narrower one anyway; who wrote the wider one is told that it does nothing. */
function widened(company: Company, name: string, region: PolicyNarrowing): CompanyFault[] {
  const fault = (field: string, message: string) => ({ path: ["regions", name, field], message });
  const more = (own: number | undefined, all: number | undefined) =>
    own !== undefined && all !== undefined && own > all;
  const faults: CompanyFault[] = [];
  if (region.kinds?.some((kind) => company.kinds && !company.kinds.includes(kind)))
    faults.push(fault("kinds", "a region only narrows: each of its kinds is one of the company's"));
  if (more(region.retentionDays, company.retentionDays))
    faults.push(fault("retentionDays", "a region only narrows: no more days than the company's"));
  if (more(company.reviewHours, region.reviewHours))
    faults.push(fault("reviewHours", "a region only narrows: no fewer hours than the company's"));
  for (const what of ["trajectories", "reports"] as const)
    if (more(region.budgets?.[what], company.budgets?.[what]))
      faults.push(fault("budgets", `a region only narrows: no more ${what} than the company's`));
  return faults;
}

function ringFaults({ rings }: Company): CompanyFault[] {
  if (!rings) return [];
  const sum = rings.reduce((all, { percent }) => all + percent, 0);
  const wrong = sum === 100 ? [] : [{ path: ["rings"], message: `the rings are ${sum}% together, not 100%` }];
  return [...wrong, ...sameTwice(rings, "rings", ({ name }) => name)];
}

function groupFaults({ groups = [], regions = {}, rings = [] }: Company): CompanyFault[] {
  const named = groups.flatMap(({ region, ring }, at) => {
    const faults: CompanyFault[] = [];
    if (region !== undefined && !Object.hasOwn(regions, region))
      faults.push({ path: ["groups", at, "region"], message: `there is no region ${region}` });
    if (ring !== undefined && !rings.some(({ name }) => name === ring))
      faults.push({ path: ["groups", at, "ring"], message: `there is no ring ${ring}` });
    return faults;
  });
  return [...named, ...sameTwice(groups, "groups", ({ name }) => name)];
}

function sameTwice<T>(list: readonly T[], field: string, of: (one: T) => string): CompanyFault[] {
  const seen = new Set<string>();
  return list.flatMap((one, at) => {
    if (seen.size !== seen.add(of(one)).size) return [];
    return [{ path: [field, at], message: `${of(one)} is listed twice` }];
  });
}
