// One pass over the tools in one browser: with their vocabularies, or without any.
import { join } from "node:path";
import type { Vocabulary } from "../../schemas/vocabulary.ts";
import { bundleForPage } from "../../scripts/page-bundle.ts";
import { planted } from "./planted.ts";
import type { Recorder } from "./recorder.ts";
import { printDifferences } from "./report.ts";
import { runTool, type ToolResult } from "./run-tool.ts";
import { startTools } from "./tools/index.ts";

export interface Pass {
  start(): Promise<Recorder>;
  /** By the name of a tool's vocabulary; empty for a pass without any. */
  vocabularies: ReadonlyMap<string, Vocabulary>;
  only: readonly string[] | undefined;
  seed: number;
  /** Share of the random acts. */
  part: number;
  /** Where tools keep what they save. */
  folder: string;
  /** Differences of a sort that are printed. */
  differences: number;
}

export interface PassResult {
  results: ToolResult[];
  version: string;
}

/** Starts each tool with the planted data, works in it, and prints what differs. */
export async function runPass(pass: Pass): Promise<PassResult> {
  const results: ToolResult[] = [];
  const over = new AbortController();
  const code = await bundleForPage("lib/dom/in-page.ts", "tooltrailTargets");
  const recorder = await pass.start();
  try {
    for (const [name, start] of startTools) {
      if (pass.only && !pass.only.includes(name)) continue;
      const tool = await start(join(pass.folder, name), over.signal, planted);
      try {
        const vocabulary = pass.vocabularies.get(tool.vocabulary);
        const result = await runTool(recorder, tool, {
          vocabulary,
          code,
          seed: pass.seed,
          part: pass.part,
        });
        results.push(result);
        printDifferences(result, pass.differences);
      } finally {
        await tool.close();
      }
    }
  } finally {
    await recorder.close();
    over.abort();
  }
  return { results, version: recorder.version };
}
