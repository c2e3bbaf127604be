// Parts of a tool that are left out, by the path of their address. Where it is unsure a path counts as left out.

/** The regular expression for these paths, tested against path and fragment; undefined for none. */
export function exclusionOf(paths: readonly string[] | undefined): string | undefined {
  if (!paths || paths.length === 0) return undefined;
  return `^(?:${paths.map(sourceOf).join("|")})`;
}

/** Whether an address lies in a part that is left out. One that cannot be read does. */
export function isLeftOut(paths: readonly string[] | undefined, address: string): boolean {
  const source = exclusionOf(paths);
  if (source === undefined) return false;
  const url = URL.parse(address);
  if (!url) return true;
  const test = new RegExp(source, "i");
  const path = `${url.pathname}${url.hash}`.slice(0, 4000);
  // A server takes %61dmin and //admin for admin.
  return [path, decoded(path), decoded(path).replace(/\/{2,}/g, "/")].some((one) => test.test(one));
}

/** `/admin` is that and all below it, not `/administration`; `*` is any run of characters. */
function sourceOf(path: string): string {
  const whole = decoded(path).replace(/\/+$/, "");
  const parts = whole.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return `${parts.join(".*")}${whole.endsWith("*") ? "" : "(?:$|[/?#;])"}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
