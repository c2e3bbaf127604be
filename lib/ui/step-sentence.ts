// A step in plain words: as it is stored here, and as it would leave.

import type { ShippedStep } from "../../schemas/shipped-step.ts";
import { isShippedKind, kinds, type Step } from "../../schemas/step.ts";
import { shippedDetail } from "./measure-words.ts";
import type { PublishedNames } from "./published-names.ts";
import { roleWord } from "./role-words.ts";

type Target = Step["target"] | ShippedStep["target"];

/** The object of a sentence: "the button Deploy", "an element without a public name (button)". */
function targetWords(target: NonNullable<Target>, names: PublishedNames): string {
  const word = roleWord(target.role);
  const name = names.term(target.name);
  if (name !== undefined) return `the ${word ?? "element"} ${name}`;
  return `an element without a public name${word === undefined ? "" : ` (${word})`}`;
}

const pageWords = (route: string | undefined): string =>
  route === undefined ? "a page without a public address" : `the page ${route}`;

/** "Clicked the button Deploy in Node-RED" */
export function stepSentence(step: Step, names: PublishedNames): string {
  const { verb } = kinds[step.kind].about;
  if (step.kind === "switch") return step.to === "elsewhere" ? `Left ${names.tool}` : `${verb} ${names.tool}`;
  const object = step.target ? targetWords(step.target, names) : pageWords(names.route(step.route));
  const chosen = step.kind === "choose" ? names.term(step.option) : undefined;
  const onto = step.onto && `onto ${targetWords(step.onto, names)}`;
  const act = chosen === undefined ? verb : `Chose ${chosen} in`;
  return [act, object, onto, `in ${names.tool}`].filter(Boolean).join(" ");
}

type Shipped = Pick<ShippedStep, "kind" | "route" | "effect"> & {
  target?: Target;
  onto?: Target;
  option?: number | null;
};

function shippedTarget(target: Target, names: PublishedNames): string | undefined {
  if (!target) return undefined;
  const name = names.term(target.name);
  return name === undefined ? target.role : `${target.role} “${name}”`;
}

/** "typing, textbox “Name”, 10 to 19 characters": what leaves, named by the fields that hold it. */
export function shippedSentence(step: Shipped, names: PublishedNames): string {
  const route = names.route(step.route);
  const option = names.term(step.option ?? null);
  const onto = shippedTarget(step.onto, names);
  return [
    step.kind,
    shippedTarget(step.target, names),
    onto && `onto ${onto}`,
    option && `option “${option}”`,
    shippedDetail(step),
    route && `page “${route}”`,
    step.effect === "nothing" ? undefined : step.effect,
  ]
    .filter(Boolean)
    .join(", ");
}

/** What a stored step would leave behind if its trajectory were closed now; null for a kind that stays here. */
export function wouldLeave(step: Step): Shipped | null {
  const { kind, route, effect, target, onto } = step;
  if (!isShippedKind(kind)) return null;
  // The kind's own rule on the kind's own measures; the list of kinds loses that tie in its type.
  const ship = kinds[kind].ship as (measures: Step) => object;
  return { kind, route, effect, ...(target && { target }), ...(onto && { onto }), ...ship(step) };
}
