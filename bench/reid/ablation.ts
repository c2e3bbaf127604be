// Which fields of what ships tell people apart, and by which habit: what the rules of lib/anonymize are decided by.
import { type Attacked, attack, type Prepared, prepare } from "./attack/attack.ts";
import { habits } from "./population/people.ts";
import { populationOf } from "./sets.ts";
import { printAttacked } from "./table.ts";

/** Fields of a shipment by the names of their measures. */
const fields: Record<string, RegExp> = {
  "number of steps": /^[.@]shipment\.steps#/,
  kind: /^\.shipment\.steps\[\]\.kind/,
  effect: /^\.shipment\.steps\[\]\.effect/,
  "whole steps, pairs": /^step=/,
  "tool and route": /steps\[\d*\]\.(tool|route)|shipment\.tools/,
  "target role": /target\.role/,
  "target name": /target\.name/,
  "target state": /target\.state/,
  "target path": /target\.path/,
  "target selectors": /target\.selectors/,
  "typing length": /steps\[\d*\]\.length/,
  command: /\.command/,
  clipboard: /\.(act|from)\b/,
  "navigate, switch": /\.(how|to)\b/,
  scroll: /\.direction/,
  "click button, count": /\.(button|count)\b(?!.*outlines)/,
  choose: /\.(control|option)/,
  outlines: /outline/,
  size: /^[.@]?\.?bytes/,
  arrival: /arrival/,
  week: /\.week/,
  task: /\.task\b/,
};

const few = { linked: [1, 20], which: ["discriminants", "forest"] as const };

/** Each field alone, and everything but that field. */
export function byField(prepared: Prepared): Record<string, Attacked> {
  const found: Record<string, Attacked> = {};
  for (const [name, pattern] of Object.entries(fields)) {
    found[`only ${name}`] = attack(prepared, { ...few, keep: (measure) => pattern.test(measure) });
    printAttacked(`only ${name}`, found[`only ${name}`]!);
  }
  return found;
}

/** People who differ in one habit and in nothing else. */
export function byHabit(people: number, each: number): Record<string, Attacked> {
  const found: Record<string, Attacked> = {};
  for (const name of ["none", ...habits] as const) {
    const { shipped } = populationOf(name === "none" ? [] : [name], people, each);
    found[name] = attack(prepare(shipped), {
      linked: [1, 20],
      which: ["discriminants", "forest", "sequence"],
    });
    printAttacked(`differs: ${name}`, found[name]!, 3);
  }
  return found;
}
