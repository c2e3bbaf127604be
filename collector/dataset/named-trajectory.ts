// A shipment with the vocabularies' strings put back in: its row, and the rows of the page states it cites.
import {
  type DatasetOutline,
  type DatasetTrajectory,
  datasetOutlineSchema,
  datasetTrajectorySchema,
} from "../../schemas/dataset.ts";
import type { Shipment } from "../../schemas/shipment.ts";
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { isTrue, nameOutline, type OutlineTool } from "./name-outline.ts";
import { nameStep } from "./name-step.ts";
import { namesOf } from "./names.ts";
import type { Tally } from "./tally.ts";
import type { FindVocabulary } from "./vocabularies.ts";

export interface NamedTrajectory {
  row: DatasetTrajectory;
  outlines: DatasetOutline[];
  /** The vocabulary of each step's tool. */
  vocabularies: (Vocabulary | undefined)[];
}

/** Every row has passed its schema. Counts what no vocabulary holds, and outlines whose hash is not theirs. */
export function nameTrajectory(shipment: Shipment, find: FindVocabulary, tally: Tally): NamedTrajectory {
  const unknown = () => {
    tally.unknown += 1;
  };
  const held = shipment.tools.map(find);
  const tools = held.map(
    (vocabulary): OutlineTool => ({
      title: vocabulary?.title ?? null,
      version: vocabulary?.version ?? null,
      names: namesOf(vocabulary, unknown),
    }),
  );
  const nothing: OutlineTool = { title: null, version: null, names: namesOf(undefined, unknown) };
  const toolOf = (step: Shipment["steps"][number] | undefined) => (step && tools[step.tool]) ?? nothing;

  const honest = new Map(shipment.outlines.filter(isTrue).map((outline) => [outline.hash, outline]));
  tally.untrue += shipment.outlines.length - honest.size;
  const outlines = new Map<string, DatasetOutline>();
  const name = (hash: string, tool: OutlineTool) => {
    const key = `${hash} ${tool.title} ${tool.version}`;
    if (!outlines.has(key)) outlines.set(key, nameOutline(honest.get(hash)!, tool));
  };
  const steps = shipment.steps.map((step) => {
    const tool = toolOf(step);
    const { outline, ...rest } = nameStep(step, tool.title, tool.names);
    if (!outline || !honest.has(outline.hash)) return rest;
    name(outline.hash, tool);
    return { ...rest, outline };
  });
  const last = shipment.outlines.findLast(({ hash }) => honest.has(hash))?.hash;
  if (last !== undefined) name(last, toolOf(shipment.steps.at(-1)));
  const { task } = shipment;
  const ofTask = task && tools[task.tool];
  return {
    row: datasetTrajectorySchema.parse({
      format: "tooltrail-dataset/1",
      id: shipment.id,
      week: shipment.week,
      notice: shipment.notice,
      ...(ofTask && { task: { ...task, tool: ofTask.title, sentence: ofTask.names.task(task.index) } }),
      steps,
      ...(last !== undefined && { lastOutline: last }),
    }),
    outlines: [...outlines.values()].map((outline) => datasetOutlineSchema.parse(outline)),
    vocabularies: shipment.steps.map(({ tool }) => held[tool]),
  };
}
