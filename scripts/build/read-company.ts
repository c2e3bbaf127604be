// The company that a build is for: TOOLTRAIL_COMPANY names its company.json.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { type Company, companySchema } from "../../schemas/company.ts";

/** Reads a company.json. Throws an error that says each fault at its place. */
export function readCompany(file: string): Company {
  const parsed = companySchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.success)
    throw new Error(`${file} is not a company.json as it should be.\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** The company of this build, or null for a build that is nobody's. */
export function companyOf(environment: NodeJS.ProcessEnv): Company | null {
  const file = environment.TOOLTRAIL_COMPANY;
  return file ? readCompany(file) : null;
}
