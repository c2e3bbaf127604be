// Records in the form of Mind2Web: for each act the page before it as cleaned HTML, and candidates with the true one.
// The HTML is written from the outline: structure and published names, nothing else was ever collected.
import type { DatasetOutline, DatasetStep, DatasetTrajectory } from "../../schemas/dataset.ts";
import { boxOf, type Layout } from "./layout.ts";
import { attributesOf, cleanedHtml, tagOf } from "./outline-html.ts";

interface Candidate {
  tag: string;
  /** JSON of the attributes, as Mind2Web has it. */
  attributes: string;
  is_original_target: boolean;
  is_top_level_target: boolean;
  backend_node_id: string;
}

export interface Mind2WebAction {
  action_uid: string;
  raw_html: string;
  cleaned_html: string;
  operation: { original_op: string; op: "CLICK" | "TYPE" | "SELECT"; value: string };
  pos_candidates: Candidate[];
  neg_candidates: Candidate[];
}

export interface Mind2WebRecord {
  annotation_id: string;
  website: string;
  domain: string;
  subdomain: string;
  confirmed_task: string;
  action_reprs: string[];
  actions: Mind2WebAction[];
}

type Operation = Mind2WebAction["operation"];

/** What an act is in Mind2Web; undefined for one that it has no operation for. */
function operationOf({ kind, text, measures }: DatasetStep): Operation | undefined {
  if (kind === "click") return { original_op: "CLICK", op: "CLICK", value: "" };
  if (kind === "typing") return { original_op: "TYPE", op: "TYPE", value: text ?? "" };
  if (kind !== "choose") return undefined;
  const value = measures.control === "select" ? "{{option}}" : "";
  return measures.control === "select"
    ? { original_op: "SELECT", op: "SELECT", value }
    : { original_op: "CLICK", op: "CLICK", value };
}

type Node = DatasetOutline["nodes"][number];

/** What an agent could act on or read from: not the boxes around it. */
const isCandidate = ({ role, name, attributes }: Node): boolean =>
  role !== "generic" || Boolean(name) || attributes !== undefined;

function candidate(
  node: Node,
  at: number,
  { target, layout }: { target: boolean; layout: Layout },
): Candidate {
  const box = boxOf(node, layout);
  const attributes = {
    backend_node_id: String(at),
    role: node.role,
    ...(node.name ? { "aria-label": node.name } : {}),
    ...Object.fromEntries(attributesOf(node)),
    ...(box ? { bounding_box_rect: box.join() } : {}),
  };
  return {
    tag: tagOf(node),
    attributes: JSON.stringify(attributes),
    is_original_target: target,
    is_top_level_target: target,
    backend_node_id: String(at),
  };
}

export interface Mind2WebInputs {
  outlineOf(hash: string, step: DatasetStep): DatasetOutline | undefined;
  layoutOf(step: DatasetStep): Layout;
}

/** One act; undefined where the outline does not hold what was acted on. */
function actionOf(uid: string, step: DatasetStep, inputs: Mind2WebInputs): Mind2WebAction | undefined {
  const operation = operationOf(step);
  const outline = step.outline && inputs.outlineOf(step.outline.hash, step);
  const target = step.outline?.node;
  if (!operation || !outline || target === null || target === undefined) return undefined;
  const layout = inputs.layoutOf(step);
  const as = (at: number) => candidate(outline.nodes[at]!, at, { target: at === target, layout });
  const others = outline.nodes.flatMap((node, at) => (at !== target && isCandidate(node) ? at : []));
  return {
    action_uid: uid,
    raw_html: "",
    cleaned_html: cleanedHtml(outline),
    operation,
    pos_candidates: [as(target)],
    neg_candidates: others.map(as),
  };
}

/** `[button] Approve -> CLICK`, and for what was typed its placeholder. */
const reprOf = ({ target }: DatasetStep, { original_op, value }: Operation): string =>
  `[${target?.role ?? "generic"}] ${target?.name ?? ""} -> ${original_op}${value ? `: ${value}` : ""}`;

/** The record of a trajectory, and how many of its steps it has no place for; null without any act. */
export function mind2webOf(
  { id, steps, task }: DatasetTrajectory,
  inputs: Mind2WebInputs,
): { record: Mind2WebRecord | null; skipped: number } {
  const acts = steps.flatMap((step, n) => {
    const action = actionOf(`${id}-${n}`, step, inputs);
    return action ? [{ action, repr: reprOf(step, action.operation) }] : [];
  });
  const skipped = steps.length - acts.length;
  if (acts.length === 0) return { record: null, skipped };
  const record: Mind2WebRecord = {
    annotation_id: id,
    website: steps.find(({ tool }) => tool)?.tool ?? "",
    domain: "",
    subdomain: "",
    confirmed_task: task?.sentence ?? "",
    action_reprs: acts.map(({ repr }) => repr),
    actions: acts.map(({ action }) => action),
  };
  return { record, skipped };
}
