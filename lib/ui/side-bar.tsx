// The frame of every section but the notice: the way around, one line of truth, pause and withdraw.

import { switchNames } from "../../schemas/step.ts";
import { signOf } from "../mark/sign-of.ts";
import { ask } from "../messaging/ask.ts";
import { counted, t } from "../platform/words.ts";
import { erasingWindow } from "../store/erasing-window.ts";
import { Confirm } from "./confirm.tsx";
import { Icon, type IconName, Mark } from "./icons.tsx";
import { ReceiptLink } from "./receipt-link.tsx";
import { type RecordingState, recordingState } from "./recording-state.ts";
import { clockWords, dayWords, longSpanWords } from "./time-words.ts";
import { type Acting, must, Said, useAct } from "./use-act.tsx";
import type { PageFacts } from "./use-facts.ts";

/** The sections in their order, each with its icon. */
export const sections = {
  notice: "notice",
  tools: "tools",
  data: "data",
  shipped: "shipped",
  export: "export",
  about: "about",
} as const satisfies Record<string, IconName>;
export type Section = keyof typeof sections;
export const sectionNames = Object.keys(sections) as Section[];
export const sectionTitle = (section: Section): string => t(`section.${section}`);

function truth(state: RecordingState): string {
  if (state.is === "not-agreed") return t("truth.nothing");
  if (state.is === "disk-full") return t("truth.full");
  if (state.is === "paused")
    return state.until === null ? t("truth.pausedOpen") : t("truth.pausedUntil", clockWords(state.until));
  if (state.is === "stopped") return t("truth.stopped");
  if (state.is === "waiting") return t("truth.waiting");
  if (state.is === "held") return t(state.why === "never" ? "side.never" : "side.unread");
  if (state.is === "no-tools") return t("truth.noTool");
  return counted("truth.recording", state.tools.length);
}

export function SideBar({ facts, section }: { facts: PageFacts; section: Section }) {
  const state = recordingState(facts);
  const acting = useAct();
  // Held back, paused or without a tool: what was agreed to stands, and can be withdrawn.
  const agreed = facts.consent.answer === "agreed";
  return (
    <aside class="side">
      <a class="brand" href="#data">
        <Mark />
        {t("name")}
      </a>
      <nav aria-label={t("section.all")}>
        {sectionNames.map((name) => (
          <a key={name} href={`#${name}`} {...(name === section ? { "aria-current": "page" as const } : {})}>
            <Icon name={sections[name]} />
            {sectionTitle(name)}
          </a>
        ))}
      </nav>
      <div class="stack tight small">
        <p class="truth">
          <Mark sign={signOf(state)} />
          <b>{truth(state)}</b>
        </p>
        {agreed ? (
          <Agreed facts={facts} canPause={pausable.has(state.is)} acting={acting} />
        ) : (
          <a href="#notice">{t("action.readNotice")}</a>
        )}
        <Said acting={acting} />
      </div>
    </aside>
  );
}

/** Where a pause would change something. */
const pausable: ReadonlySet<RecordingState["is"]> = new Set(["recording", "no-tools", "disk-full"]);

function Agreed({ facts, canPause, acting }: { facts: PageFacts; canPause: boolean; acting: Acting }) {
  const { consent, receipt, now } = facts;
  const pause = () => acting.run(async () => void must(await ask("recording.pause", { minutes: null })));
  return (
    <>
      {receipt && (
        <p class="quiet">
          {t(
            "side.agreed",
            receipt.notice,
            consent.kinds.length,
            switchNames.length,
            dayWords(receipt.at, now),
          )}
        </p>
      )}
      <div class="row">
        {canPause && (
          <button type="button" class="btn small" onClick={pause}>
            {t("side.pause")}
          </button>
        )}
        <Withdraw acting={acting} small />
      </div>
      {receipt && (
        <p>
          <ReceiptLink receipt={receipt} />
        </p>
      )}
    </>
  );
}

/** As easy as agreeing: two clicks. */
export const Withdraw = ({ acting, small = false }: { acting: Acting; small?: boolean }) => (
  <Confirm
    opens={t("action.withdraw")}
    question={t("side.withdrawAsk")}
    does={t("side.withdrawDo")}
    small={small}
    onConfirm={() =>
      acting.run(async () => {
        await ask("consent.withdraw", {});
        return t("side.withdrawn");
      })
    }
  >
    <p>{t("side.withdrawLost")}</p>
    <p>{t("side.withdrawShipped", longSpanWords(erasingWindow()))}</p>
  </Confirm>
);
