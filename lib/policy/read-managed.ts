// Managed storage, as the browser gives it: parsed whole or refused whole.
import { type PolicyProblem, policySchema } from "../../schemas/policy.ts";
import { browser } from "../platform/browser.ts";
import { silence } from "../platform/patience.ts";
import type { Read } from "./state.ts";
import { tooWideAt } from "./tool-list.ts";

/**
 * Says what managed storage holds now. Firefox rejects at once where no policy names the extension; Chromium is empty.
 * `answered` is called once the browser answers that was silent.
 */
export async function readManaged(answered: () => void): Promise<Read> {
  const answer = browser.storage.managed.get(null).catch(() => null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<"late">((done) => {
    timer = setTimeout(done, silence(), "late");
  });
  const found = await Promise.race([answer, late]);
  clearTimeout(timer);
  // A spec laid down a policy where it is kept, and Chromium's first answer may come seconds later. No other build has
  // such code.
  if (__BUILD__ === "test" && (await browser.storage.local.get("laidDown")).laidDown) return { is: "silent" };
  if (found !== "late") return found ? judgeManaged(found) : { is: "absent" };
  void answer.then(answered);
  return { is: "silent" };
}

/** The same for what was read. Pure. */
export function judgeManaged(found: Record<string, unknown>): Read {
  if (Object.keys(found).length === 0) return { is: "empty" };
  const parsed = policySchema.safeParse(found);
  if (!parsed.success) {
    const why = parsed.error.issues.map(({ path, code }): PolicyProblem => {
      const problem = code === "unrecognized_keys" ? "unknown-key" : "bad-value";
      return { at: path.join(".").slice(0, 200), problem };
    });
    return { is: "refused", why: why.slice(0, 20) };
  }
  const lost = (parsed.data.says ?? []).filter((key) => !Object.hasOwn(found, key));
  if (lost.length > 0)
    return { is: "refused", why: lost.slice(0, 20).map((at) => ({ at, problem: "bad-value" })) };
  // Rough on purpose: the whole list of public suffixes would be a quarter of the worker, which a step wakes. What it
  // misses does no harm: an entry is one origin and never the sites under it, it is only offered, and nothing is recorded
  // there before the person and the browser have said yes to that very address.
  const tooWide = tooWideAt(parsed.data.tools).map(
    (position): PolicyProblem => ({ at: `tools.${position}.pattern`, problem: "public-suffix" }),
  );
  return tooWide.length > 0
    ? { is: "refused", why: tooWide.slice(0, 20) }
    : { is: "policy", policy: parsed.data };
}
