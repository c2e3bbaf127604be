// For the test of what is covered: what was answered, added, narrowed and forbidden, in the order in which it happened.
// Nothing of the machine or the gate is used.
import type { Answer } from "../../schemas/consent.ts";
import type { Policy } from "../../schemas/policy.ts";
import type { SwitchName } from "../../schemas/step.ts";
import type { Read } from "../policy/state.ts";

export const hosts = ["a.example", "b.example", "c.example"] as const;
export const day = 24 * 3_600_000;

/** Tools by number; the third may be on the company's list. */
export type Act =
  | { is: "answer"; answer: Answer; kinds: SwitchName[]; tools: number[] | null }
  | { is: "add" | "take" | "remove"; tool: number }
  | { is: "narrow"; tool: number; kinds: SwitchName[] | null; admin: boolean }
  | { is: "policy"; read: Read }
  /** Signed so many milliseconds ago; a "no stop" is believed for a day. */
  | { is: "store"; stop: boolean; ago: number }
  | { is: "pause"; minutes: number | null }
  | { is: "resume" | "restart" }
  | { is: "shared"; shared: boolean }
  | { is: "grant"; tools: number[] }
  | { is: "update"; by: number }
  | { is: "clock"; by: number; noticed: boolean };

export type Probe = { kind: SwitchName; tool: number; path: string };

/** What a careful clerk would write down, in the order of the events. */
export class Ledger {
  now = 1_000 * day;
  notice = 2;
  patience: number | null;
  granted = new Set([0, 1, 2]);
  listed = new Map<number, { company: string | null; kinds: SwitchName[] | null; admin: boolean }>();
  yes: { notice: number; kinds: SwitchName[]; tools: Set<number> } | null = null;
  answeredAt = 0;
  usedAt = 0;
  lapsedAt = 0;
  pausedUntil: number | null = null;
  shared = false;
  good: Policy | null = null;
  wasRead = false;
  emptySince: number | null = null;
  refused = false;
  stopped = false;
  signedAt = -1;
  constructor(patience: number | null) {
    this.patience = patience;
  }

  /** The company's word that counts; "hold" where nothing may be recorded until it is there. */
  word(): Policy | null | "hold" {
    if (!this.wasRead) return this.patience === 0 ? null : "hold";
    if (this.refused) return this.good ?? "hold";
    if (this.emptySince === null) return this.good;
    if (this.patience !== null && Math.abs(this.now - this.emptySince) >= this.patience) return null;
    return this.good ?? "hold";
  }
  rules() {
    const word = this.word();
    if (word === null || word === "hold") return [];
    return word.region === undefined ? [word] : [word, word.regions![word.region]!];
  }
  signs(): void {
    this.answeredAt = Math.max(this.now, this.answeredAt + 1, this.lapsedAt + 1);
  }
  isIdle(): boolean {
    const several = this.shared || this.rules().some(({ profile }) => profile === "shared");
    const never = this.rules().some(({ profile }) => profile === "never");
    const idle = this.now - Math.max(this.usedAt, this.answeredAt) >= 30 * day;
    return several && (this.shared || !never) && idle;
  }
  holds(): boolean {
    return this.yes?.notice === this.notice;
  }
  covers({ kind, tool, path }: Probe): boolean {
    const word = this.word();
    const row = this.listed.get(tool);
    if (this.stopped) return false;
    if (word === "hold" || !this.holds() || this.isIdle() || !row || !this.yes!.tools.has(tool)) return false;
    if (!this.granted.has(tool) || !this.yes!.kinds.includes(kind)) return false;
    if (this.pausedUntil !== null && this.pausedUntil > this.now) return false;
    if ((row.kinds && !row.kinds.includes(kind)) || (row.admin && path === "/admin/x")) return false;
    const third = word?.tools?.[0];
    if (word?.onlyListed && !(third && tool === 2)) return false;
    if (tool === 2 && third?.kinds && !third.kinds.includes(kind)) return false;
    return this.rules().every(
      (rule) =>
        !rule.stop &&
        rule.profile !== "never" &&
        (!rule.kinds || rule.kinds.includes(kind)) &&
        !rule.forbiddenHosts?.some((host) => host === "*.example" || host === hosts[tool]) &&
        !(rule.exclusions && tool === 1 && path === "/pay"),
    );
  }
  drops(tool: number): void {
    this.listed.delete(tool);
    if (this.yes?.tools.delete(tool)) this.signs();
  }
  hears(act: Act): void {
    if (act.is === "answer") {
      const named = act.tools ?? [0, 1, 2];
      const tools = new Set(named.filter((tool) => this.listed.has(tool)));
      this.yes = act.answer === "agreed" ? { notice: this.notice, kinds: act.kinds, tools } : null;
      if (act.answer === "withdrawn") this.pausedUntil = null;
      this.signs();
    } else if (act.is === "add" || act.is === "take") {
      const word = this.word();
      const third = word === null || word === "hold" ? undefined : word.tools?.[0];
      if (act.is === "take" && !third) return;
      const tool = act.is === "take" ? 2 : act.tool;
      const { kinds = null, admin = false } = this.listed.get(tool) ?? {};
      this.listed.set(tool, { company: act.is === "take" ? third!.reason : null, kinds, admin });
      if (this.holds() && !this.yes!.tools.has(tool)) {
        this.yes!.tools.add(tool);
        this.signs();
      }
    } else if (act.is === "remove") this.drops(act.tool);
    else if (act.is === "narrow") {
      const row = this.listed.get(act.tool);
      if (row) this.listed.set(act.tool, { ...row, kinds: act.kinds, admin: act.admin });
    } else if (act.is === "policy") this.reads(act.read);
    else if (act.is === "store") {
      const at = Math.max(0, this.now - act.ago);
      if (at <= this.signedAt || (!act.stop && act.ago > day)) return;
      this.signedAt = at;
      this.stopped = act.stop;
    } else if (act.is === "pause") {
      this.pausedUntil = act.minutes === null ? Number.POSITIVE_INFINITY : this.now + act.minutes * 60_000;
    } else if (act.is === "resume") this.pausedUntil = null;
    else if (act.is === "shared") this.shared = act.shared;
    else if (act.is === "grant") this.granted = new Set(act.tools);
    else if (act.is === "update") this.notice += act.by;
    else if (act.is === "clock") {
      this.now += act.by;
      if (!act.noticed) return;
      if (this.pausedUntil !== null && this.pausedUntil <= this.now) this.pausedUntil = null;
      if (this.holds() && this.isIdle()) {
        this.yes = null;
        this.lapsedAt = Math.max(this.now, this.answeredAt);
      }
    }
  }
  reads(read: Read): void {
    this.emptySince = read.is === "empty" ? Math.min(this.emptySince ?? this.now, this.now) : null;
    if (read.is === "absent") this.emptySince = 0;
    this.refused = read.is === "refused";
    if (read.is === "policy") this.good = read.policy;
    this.wasRead = true;
    const word = this.word();
    if (word === "hold") return;
    const third = word?.tools?.[0];
    const row = this.listed.get(2);
    if (row?.company != null && row.company !== third?.reason) this.drops(2);
  }
}
