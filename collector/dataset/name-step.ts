// A shipped step to a step of the dataset: indices become the published strings again.
import type { DatasetStep } from "../../schemas/dataset.ts";
import type { ShippedStep } from "../../schemas/shipped-step.ts";
import { lengthEdges } from "../../schemas/step.ts";
import type { ShippedTarget } from "../../schemas/target.ts";
import type { Names } from "./names.ts";
import { selectorText } from "./selector-text.ts";

const present = <T>(value: T | null): value is T => value !== null;

function nameTarget(target: ShippedTarget, names: Names): NonNullable<DatasetStep["target"]> {
  return {
    role: target.role,
    name: names.term(target.name),
    selectors: target.selectors.flatMap((selector) => {
      const text = selectorText(selector, names);
      return text === null ? [] : [{ by: selector.by, text }];
    }),
    path: target.path.map((link) => ({ ...link, tag: names.tag(link.tag) })),
    state: target.state,
    terms: target.terms.map(names.term).filter(present),
  };
}

/** Bucket 0 is an empty field; the last has no upper edge. Of a long text only that there is one is known. */
function bucketName(bucket: number | null): string {
  if (bucket === null) return "1+";
  if (bucket === 0) return "0";
  const from = lengthEdges[bucket - 1];
  const next = lengthEdges[bucket];
  return next === undefined ? `${from}+` : `${from}-${next - 1}`;
}

/** `title` is the tool's published title, null for a tool without a vocabulary. */
export function nameStep(step: ShippedStep, title: string | null, names: Names): DatasetStep {
  const { kind, tool: _, route, effect, target, onto, alert, outline, ...measures } = step;
  return {
    kind,
    tool: title,
    route: names.route(route),
    effect,
    ...(target ? { target: nameTarget(target, names) } : {}),
    ...(onto ? { onto: nameTarget(onto, names) } : {}),
    ...(alert === undefined ? {} : { alert: names.term(alert) }),
    ...(outline ? { outline } : {}),
    ...(step.kind === "typing"
      ? { text: `{{text:${target?.role ?? "generic"}:${bucketName(step.length)}}}` }
      : {}),
    measures,
  };
}
