// The tools of the bench. One line each.
import type { StartTool } from "../tool.ts";
import { startFixture } from "./fixture.ts";
import { startGraphiQl } from "./graphiql.ts";
import { startNodeRedTool } from "./node-red.ts";
import { startShoelace } from "./shoelace.ts";
import { startSwagger } from "./swagger.ts";
import { startTiddlyWiki } from "./tiddlywiki.ts";

export const startTools: ReadonlyMap<string, StartTool> = new Map<string, StartTool>([
  ["fixture", startFixture],
  ["node-red", startNodeRedTool],
  ["tiddlywiki", startTiddlyWiki],
  ["swagger", startSwagger],
  ["graphiql", startGraphiQl],
  ["shoelace", startShoelace],
]);
