// The list of what is inside (CycloneDX), as npm makes it: without what differs from run to run, and only of packages
// whose code is in the extension.
import { spawnSync } from "node:child_process";
import { z } from "zod";

const componentSchema = z.looseObject({ "bom-ref": z.string(), name: z.string() });
const dependencySchema = z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) });
const listSchema = z.looseObject({
  bomFormat: z.literal("CycloneDX"),
  specVersion: z.string(),
  metadata: z.looseObject({ component: componentSchema }),
  components: z.array(componentSchema),
  dependencies: z.array(dependencySchema),
});

export interface Contents {
  /** Packages whose code is in the extension. */
  inside: readonly string[];
  /** When the commit was made. */
  at: number;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The list as text. Throws where a package that is inside is not listed. Pure. */
export function contentsOf(listed: unknown, { inside, at }: Contents): string {
  const {
    serialNumber: _,
    metadata,
    ...list
  } = listSchema.parse(listed) as z.infer<typeof listSchema> & {
    serialNumber?: string;
  };
  const kept = list.components
    .filter(({ name }) => inside.includes(name))
    // What npm takes for a tool of development is inside all the same.
    .map((component) => ({ ...component, scope: "required" }))
    .toSorted((a, b) => compare(a["bom-ref"], b["bom-ref"]));
  const missing = inside.filter((name) => !kept.some((component) => component.name === name));
  if (missing.length > 0) throw new Error(`npm does not list ${missing.join(", ")}.`);
  const own = metadata.component["bom-ref"];
  const refs = new Set([own, ...kept.map((component) => component["bom-ref"])]);
  const made = {
    ...list,
    metadata: {
      timestamp: new Date(at).toISOString(),
      component: { ...metadata.component, type: "application", name: "tooltrail" },
    },
    components: kept,
    dependencies: list.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({
        ref,
        dependsOn: dependsOn.filter((one) => refs.has(one)).toSorted(compare),
      }))
      .toSorted((a, b) => compare(a.ref, b.ref)),
  };
  return `${JSON.stringify(made, null, 2)}\n`;
}

/** npm's own list, from the lock file. */
export function listedByNpm(root: string): unknown {
  const done = spawnSync("npm", ["sbom", "--package-lock-only", "--sbom-format", "cyclonedx"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  });
  if (done.status !== 0) throw new Error(`npm could not list what is inside.\n${done.stderr}`);
  return JSON.parse(done.stdout);
}
