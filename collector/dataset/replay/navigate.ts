// Where a step was done it says itself, by the published template of the address.
import type { Page } from "playwright";
import { NotReplayed } from "./outcome.ts";

/** Whether a template names one page, with no part that is somebody's data. */
export const isFixed = (template: string): boolean => !/:|\*/.test(template);

/** Whether an address fits a template: `/users/:id`, a last `*` for any rest, `#flow/:id` for hash routes. */
export function fits(template: string, address: string): boolean {
  const { pathname, hash } = new URL(address);
  const [path = "", fragment] = template.split("#");
  const matches = (wanted: string, text: string) => {
    const parts = text.split("/").filter(Boolean);
    const links = wanted.split("/").filter(Boolean);
    const open = links.at(-1) === "*";
    if (open ? parts.length < links.length - 1 : parts.length !== links.length) return false;
    return links.every(
      (link, at) => (open && at === links.length - 1) || link[0] === ":" || link === parts[at],
    );
  };
  return (
    (path === "" || matches(path, pathname)) && (fragment === undefined || matches(fragment, hash.slice(1)))
  );
}

/** Goes to the page of a template, unless it is there. */
export async function goTo(
  page: Page,
  { template, base }: { template: string | undefined; base: string },
): Promise<void> {
  if (template === undefined) throw new NotReplayed("its page is not published");
  if (fits(template, page.url())) return;
  if (!isFixed(template)) throw new NotReplayed(`which page of ${template} it was, did not leave`);
  await page.goto(new URL(template, base).href);
}
