// The list of what is inside (CycloneDX 1.6), from the lock file. `npm sbom` would not do: it refuses the tree for a
// quarrel between two tools of development, and says time, number and folder of its run.
import { z } from "zod";

const lockSchema = z.looseObject({
  version: z.string(),
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      license: z.string().optional(),
      integrity: z.string().optional(),
    }),
  ),
});

export interface Contents {
  /** Packages whose code is in the extension, with their licences. */
  inside: Readonly<Record<string, string>>;
  own: string;
  /** When the commit was made. */
  at: number;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

interface Described {
  name: string;
  version: string;
  licence: string;
}

const component = ({ name, version, licence }: Described) => ({
  "bom-ref": `${name}@${version}`,
  name,
  version,
  purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
  licenses: [{ license: { id: licence } }],
});

function packageOf(lock: z.infer<typeof lockSchema>, name: string, licence: string) {
  const { version, license, integrity } = lock.packages[`node_modules/${name}`] ?? {};
  const [, sum] = /^sha512-([A-Za-z0-9+/=]+)$/.exec(integrity ?? "") ?? [];
  if (!version || !sum) throw new Error(`The lock file does not say which ${name} is inside.`);
  if (license !== licence)
    throw new Error(`The lock file says ${license} of ${name}, the licence list ${licence}.`);
  const content = Buffer.from(sum, "base64").toString("hex");
  return {
    type: "library",
    ...component({ name, version, licence }),
    hashes: [{ alg: "SHA-512", content }],
  };
}

/** The list as text: the same lock file and commit give the same bytes. Pure. */
export function contentsOf(lockFile: unknown, { inside, own, at }: Contents): string {
  const lock = lockSchema.parse(lockFile);
  const components = Object.entries(inside)
    .toSorted(([a], [b]) => compare(a, b))
    .map(([name, licence]) => packageOf(lock, name, licence));
  const extension = component({ name: "tooltrail", version: lock.version, licence: own });
  const made = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      timestamp: new Date(at).toISOString(),
      component: { type: "application", ...extension },
    },
    components,
    dependencies: [{ ref: extension["bom-ref"], dependsOn: components.map((one) => one["bom-ref"]) }],
  };
  return `${JSON.stringify(made, null, 2)}\n`;
}
