// How a spec gets a mount namespace, in which it may lay a company's policies.
import { spawnSync } from "node:child_process";

/** Flags of `unshare`: as root, else as root of a user namespace. Throws with what to do where neither is allowed. */
export function mountNamespace(): string {
  const works = (flags: string) => spawnSync("unshare", [flags, "true"]).status === 0;
  const found = ["-m", "-rm"].find(works);
  if (found) return found;
  throw new Error(
    "This machine allows no mount namespace. Run as root with CAP_SYS_ADMIN, or allow unprivileged user namespaces: sysctl kernel.unprivileged_userns_clone=1 (on Ubuntu also kernel.apparmor_restrict_unprivileged_userns=0).",
  );
}
