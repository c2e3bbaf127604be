// A step in plain words: as it is stored here, and as it would leave.

import type { ShippedStep } from "../../schemas/shipped-step.ts";
import type { Step } from "../../schemas/step.ts";
import { t } from "../platform/words.ts";
import { joined, shippedDetail } from "./measure-words.ts";
import type { PublishedNames } from "./published-names.ts";
import { roleWord } from "./role-words.ts";

type Target = Step["target"] | ShippedStep["target"];

/** The object of a sentence: "the button Deploy", "an element without a public name (button)". */
function targetWords(target: NonNullable<Target>, names: PublishedNames): string {
  const word = roleWord(target.role);
  const name = names.term(target.name);
  if (name !== undefined)
    return word === undefined ? t("target.namedOnly", name) : t("target.named", word, name);
  return word === undefined ? t("target.unnamed") : t("target.unnamedRole", word);
}

const pageWords = (route: string | undefined): string =>
  route === undefined ? t("page.unnamed") : t("page.named", route);

/** "Clicked the button Deploy in Node-RED" */
export function stepSentence(step: Step, names: PublishedNames): string {
  if (step.kind === "switch") return t(step.to === "elsewhere" ? "step.left" : "step.went", names.tool);
  const object = step.target ? targetWords(step.target, names) : pageWords(names.route(step.route));
  const chosen = step.kind === "choose" ? names.term(step.option) : undefined;
  if (chosen !== undefined) return t("step.chooseOption", object, names.tool, chosen);
  if (step.kind === "drag" && step.onto)
    return t("step.dragOnto", object, names.tool, targetWords(step.onto, names));
  return t(`step.${step.kind}`, object, names.tool);
}

/** As much of a step that leaves as its sentence says. */
export type Shipped = Pick<ShippedStep, "kind" | "route" | "effect"> & {
  target?: Target;
  onto?: Target;
  option?: number | null;
};

function shippedTarget(target: Target, names: PublishedNames): string | undefined {
  if (!target) return undefined;
  const word = roleWord(target.role) ?? t("role.part");
  const name = names.term(target.name);
  return name === undefined ? word : t("left.quoted", word, name);
}

/** "typing, field “Name”, 10 to 19 characters": what leaves, one word for each field that holds it. */
export function shippedSentence(step: Shipped, names: PublishedNames): string {
  const route = names.route(step.route);
  const option = names.term(step.option ?? null);
  const onto = shippedTarget(step.onto, names);
  return joined([
    t(`left.${step.kind}`),
    shippedTarget(step.target, names),
    onto && t("left.onto", onto),
    option && t("left.option", option),
    shippedDetail(step),
    route && t("left.page", route),
    step.effect === "nothing" ? undefined : t(`effect.${step.effect}`),
  ]);
}
