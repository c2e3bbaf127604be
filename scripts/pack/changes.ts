// What CHANGELOG.md says of one version.

/** The points of the version's section. Throws where there are none: a release says what it changes. */
export function changesOf(changelog: string, version: string): string[] {
  const section = changelog.split(/^## /m).find((part) => part.split("\n")[0]?.trim() === version);
  const points = [...(section ?? "").matchAll(/^- (.+(?:\n {2}.+)*)/gm)].map(([, text]) =>
    text!.replace(/\s+/g, " "),
  );
  if (points.length === 0) throw new Error(`CHANGELOG.md has no section "## ${version}" with a point in it.`);
  return points;
}
