// The order matters: what everybody does in some way of their own is made one way while the steps still say how it was
// done; then what is left is said without counts, places and rows.
import type { NumberedStep } from "../../schemas/trajectory.ts";
import { clickCount } from "./click-count.ts";
import { commonNames } from "./common-names.ts";
import { cut } from "./cut.ts";
import { fieldOrder } from "./field-order.ts";
import { measuresOfKind } from "./measures-of-kind.ts";
import { noBox } from "./no-box.ts";
import { noFrame } from "./no-frame.ts";
import { noIdleClicks } from "./no-idle-clicks.ts";
import { noProgress } from "./no-progress.ts";
import { noRowPosition } from "./no-row-position.ts";
import { noSearching } from "./no-searching.ts";
import { noTimes } from "./no-times.ts";
import { oneCommand } from "./one-command.ts";
import { oneFill } from "./one-fill.ts";
import { oneSending } from "./one-sending.ts";
import { oneWayToAPage } from "./one-way-to-a-page.ts";
import { onlyActs } from "./only-acts.ts";
import type { Draft, Rule } from "./rule.ts";
import { shortPath } from "./short-path.ts";
import { textLength } from "./text-length.ts";
import { type WordsOf, wordless } from "./words.ts";

export const rules: readonly Rule[] = [
  noTimes,
  noFrame,
  onlyActs,
  noIdleClicks,
  noSearching,
  oneSending,
  oneCommand,
  oneWayToAPage,
  oneFill,
  fieldOrder,
  textLength,
  clickCount,
  noProgress,
  measuresOfKind,
  noBox,
  noRowPosition,
  commonNames,
  shortPath,
];

/** All that could leave of a settled trajectory, in pieces of which each completes something. Pure. */
export const pieces = (steps: readonly NumberedStep[], wordsOf: WordsOf = () => wordless): Draft[][] =>
  cut(
    rules.reduce<readonly Draft[]>(
      (before, rule) => rule(before, wordsOf),
      steps.map(({ n, step }) => ({ ...step, n }) as unknown as Draft),
    ),
  );
