// Adds a tool by its address. The browser's own permission prompt is asked for inside the person's act.
import { useEffect, useRef, useState } from "preact/hooks";
import { ask } from "../../../messaging/ask.ts";
import { t } from "../../../platform/words.ts";
import { narrowTool } from "../../../policy/narrow.ts";
import { policyOf } from "../../../policy/state.ts";
import { type AddressCheck, checkAddress } from "../../../scope/pattern.ts";
import { loadPublicSuffixes } from "../../../scope/public-suffix.ts";
import type { IsPublicSuffix } from "../../../scope/rough-suffix.ts";
import { Said, useAct } from "../../use-act.tsx";
import type { PageFacts } from "../../use-facts.ts";
import { useHash } from "../../use-hash.ts";
import { AddressField } from "./address-field.tsx";
import { askBrowser, isGrantedFor, listOnce } from "./ask-browser.ts";
import { FrontTab } from "./front-tab.tsx";
import { ToolWords } from "./tool-words.tsx";

const given = (form: FormData, name: string): string => String(form.get(name) ?? "").trim();

/** What `#tools/add/ADDRESS` names; the popup leads here. */
function wantedIn(hash: string): string | undefined {
  const [, wanted] = /^tools\/add\/(.+)$/.exec(hash) ?? [];
  if (wanted === undefined) return undefined;
  try {
    return decodeURIComponent(wanted);
  } catch {
    return wanted;
  }
}

/** Why an address that is right in itself is not added; undefined for no reason. */
function againstIt(check: AddressCheck | undefined, { tools, policy }: PageFacts): string | undefined {
  if (!check?.ok) return undefined;
  const { pattern, host } = check;
  if (tools.some((tool) => tool.pattern === pattern && tool.removedAt === undefined))
    return t("add.listed", host);
  const said = policyOf(policy);
  const tool = { id: "", addedAt: 0, alias: host, pattern, owner: "", reason: "", vocabulary: null };
  return said && !narrowTool(tool, said) ? t("add.why.policy_forbids", host) : undefined;
}

export function AddTool({ facts }: { facts: PageFacts }) {
  const form = useRef<HTMLFormElement>(null);
  const wanted = wantedIn(useHash());
  const [address, setAddress] = useState(wanted ?? "");
  const [tried, setTried] = useState(false);
  const [suffixes, setSuffixes] = useState<{ isPublic: IsPublicSuffix } | undefined>(undefined);
  const [had, setHad] = useState(false);
  const acting = useAct();
  useEffect(() => void loadPublicSuffixes().then((isPublic) => setSuffixes({ isPublic })), []);
  const write = (text: string) => {
    setTried(false);
    setAddress(text);
  };
  useEffect(() => {
    if (wanted === undefined) return;
    write(wanted);
    form.current?.querySelector<HTMLInputElement>("[name=address]")?.focus();
  }, [wanted]);
  const check = suffixes && (address.trim() || tried) ? checkAddress(address, suffixes.isPublic) : undefined;
  const against = againstIt(check, facts);
  const pattern = check?.ok ? check.pattern : undefined;
  useEffect(() => {
    setHad(false);
    if (pattern) void isGrantedFor(pattern).then(setHad);
  }, [pattern]);
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (!check?.ok || against || acting.busy) return;
    const { pattern, host } = check;
    const granted = askBrowser(pattern);
    const data = new FormData(form.current!);
    const alias = given(data, "alias") || host;
    acting.run(async () => {
      const [owner, reason] = [given(data, "owner"), given(data, "reason")];
      const vocabulary = given(data, "vocabulary") || null;
      const add = () => ask("tool.add", { alias, pattern, owner, reason, vocabulary });
      const problem = await listOnce(granted, { pattern, host, had, add });
      if (problem) return problem;
      // Who is quick has begun with the next one.
      const now = form.current && new FormData(form.current);
      if (now && [...data].every(([name, value]) => now.get(name) === value)) {
        form.current?.reset();
        write("");
      }
      return t("add.added", alias);
    });
  };
  return (
    <form class="card stack" ref={form} onSubmit={submit} noValidate>
      <h2>{t("add.title")}</h2>
      <AddressField value={address} onChange={write} check={check} against={against} tried={tried} />
      <FrontTab tools={facts.tools} onPick={write} />
      <ToolWords />
      <div class="row">
        <button type="submit" class="btn" disabled={acting.busy || !suffixes}>
          {t("add.submit")}
        </button>
        <span class="small quiet">{t("add.hint")}</span>
      </div>
      <Said acting={acting} />
    </form>
  );
}
