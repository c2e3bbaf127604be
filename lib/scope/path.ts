// Parts of a tool that are left out, by the path of their address. Where it is unsure a path counts as left out.

/** The regular expression for these paths, tested against a whole address; undefined for none. */
export function exclusionOf(paths: readonly string[] | undefined): string | undefined {
  if (!paths || paths.length === 0) return undefined;
  // Upper or lower case is one: the page has the expression alone, so it says so itself.
  return `^[^/]+//[^/]+(?i:${paths.map(sourceOf).join("|")})`;
}

/** Whether an address lies in a part that is left out. One that cannot be read does. */
export function isLeftOut(paths: readonly string[] | undefined, address: string): boolean {
  const source = exclusionOf(paths);
  if (source === undefined) return false;
  const url = URL.parse(address);
  if (!url) return true;
  const test = new RegExp(source);
  const whole = url.href.slice(0, 4000);
  // A server takes %61dmin and //admin for admin.
  const plain = decoded(whole);
  return [whole, plain, plain.replace(/([^:/])\/{2,}/g, "$1/")].some((one) => test.test(one));
}

/** `/admin` is that and all below it, not `/administration`; `*` is any run; a query may stand before a fragment. */
function sourceOf(path: string): string {
  const whole = decoded(path).replace(/\/+$/, "");
  const parts = whole.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const source = parts.join("[^?#]*").replaceAll(/(?<!\[\^\?)#/g, "(?:\\?[^#]*)?#");
  return `${source}${whole.endsWith("*") ? "" : "(?:$|[/?#;])"}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
