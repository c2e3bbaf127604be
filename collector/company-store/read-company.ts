import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Company, companySchema } from "../../schemas/company.ts";

export interface StoreFolder {
  dir: string;
  /** Where company.json is, if not in the folder itself. */
  company?: string | undefined;
}

/** The store's company.json. Throws with every fault and its place. */
export function readCompany({ dir, company = join(dir, "company.json") }: StoreFolder): Company {
  const parsed = companySchema.safeParse(JSON.parse(readFileSync(company, "utf8")));
  if (!parsed.success) throw new Error(`${company}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
