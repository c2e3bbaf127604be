// The frame of every section but the notice: the way around, one line of truth, pause and withdraw.

import { switchNames } from "../../schemas/step.ts";
import { ask } from "../messaging/ask.ts";
import { Confirm } from "./confirm.tsx";
import { Icon, type IconName, Mark, type Sign } from "./icons.tsx";
import { ReceiptLink } from "./receipt-link.tsx";
import { type RecordingState, recordingState } from "./recording-state.ts";
import { clockWords, countWords, dayWords, within } from "./time-words.ts";
import { type Acting, must, Said, useAct } from "./use-act.tsx";
import type { PageFacts } from "./use-facts.ts";

export const sections = [
  ["notice", "Notice", "notice"],
  ["tools", "Tools", "tools"],
  ["data", "My data", "data"],
  ["shipped", "Shipped", "shipped"],
  ["export", "Export and erase", "export"],
  ["about", "About", "about"],
] as const satisfies readonly (readonly [string, string, IconName])[];
export type Section = (typeof sections)[number][0];

const signs: Record<RecordingState["is"], Sign> = {
  "not-agreed": "none",
  "disk-full": "full",
  paused: "paused",
  "no-tools": "off",
  recording: "recording",
};

function truth(state: RecordingState): string {
  if (state.is === "not-agreed") return "Nothing is recorded";
  if (state.is === "disk-full") return "Stopped, the disk is full";
  if (state.is === "paused")
    return state.until === null ? "Paused until you resume" : `Paused until ${clockWords(state.until)}`;
  if (state.is === "no-tools") return "Agreed, no tool added yet";
  return `Recording in ${countWords(state.tools.length, "tool")}`;
}

export function SideBar({ facts, section }: { facts: PageFacts; section: Section }) {
  const state = recordingState(facts);
  const acting = useAct();
  return (
    <aside class="side">
      <a class="brand" href="#data">
        <Mark />
        Tooltrail
      </a>
      <nav aria-label="Sections">
        {sections.map(([name, title, icon]) => (
          <a key={name} href={`#${name}`} {...(name === section ? { "aria-current": "page" as const } : {})}>
            <Icon name={icon} />
            {title}
          </a>
        ))}
      </nav>
      <div class="stack tight small">
        <p class="truth">
          <Mark sign={signs[state.is]} />
          <b>{truth(state)}</b>
        </p>
        {state.is === "not-agreed" ? (
          <a href="#notice">Read the notice</a>
        ) : (
          <Agreed facts={facts} paused={state.is === "paused"} acting={acting} />
        )}
        <Said acting={acting} />
      </div>
    </aside>
  );
}

function Agreed({ facts, paused, acting }: { facts: PageFacts; paused: boolean; acting: Acting }) {
  const { consent, receipt, now } = facts;
  const pause = () => acting.run(async () => void must(await ask("recording.pause", { minutes: null })));
  return (
    <>
      {receipt && (
        <p class="quiet">
          You agreed to notice {receipt.notice} for {consent.kinds.length} of{" "}
          {countWords(switchNames.length, "kind")}; last receipt {within(dayWords(receipt.at, now))}.
        </p>
      )}
      <div class="row">
        {!paused && (
          <button type="button" class="btn small" onClick={pause}>
            Pause
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
    opens="Withdraw"
    question="Withdraw your agreement?"
    does="Withdraw and erase"
    small={small}
    onConfirm={() =>
      acting.run(async () => {
        await ask("consent.withdraw", {});
        return "Withdrawn. Recording has stopped in every page, and what was recorded here is erased.";
      })
    }
  >
    <p>
      Recording stops now in every page. All steps here and all shipments that wait are erased and cannot be
      brought back.
    </p>
    <p>
      What was shipped stays at the collector, and its erase keys stay here; erasing it comes with a later
      version.
    </p>
  </Confirm>
);
