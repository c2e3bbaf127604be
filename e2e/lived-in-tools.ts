// The tools and the company of the profile in lived-in.ts: names as long as they come.
import vocabulary from "../examples/node-red/vocabulary.json" with { type: "json" };
import { kindNames } from "../schemas/step.ts";
import { toolSchema } from "../schemas/tool.ts";
import { hour, toolIds } from "./lived-in-days.ts";

const day = 24 * hour;

/** The first tool's address: pages of it are there only where a spec answers for it. */
export const livedInTool = "https://flows.norhaven.example/";

/** Three on the list and one that was removed, oldest first. */
export const toolsAt = (now: number) =>
  [
    {
      alias: "Node-RED",
      pattern: `${livedInTool}*`,
      owner: "Platform team",
      reason: "Agents learn to change and deploy the standard flows",
      vocabulary: vocabulary.tool,
      exclude: ["/admin", "/settings/people"],
    },
    {
      alias: "Workplace requests and approvals of the European subsidiaries, second floor",
      pattern: "https://requests-and-approvals.workplace.norhaven.example/*",
      owner: "Human Resources Shared Services, Group Functions Europe",
      reason:
        "Approving the requests that always come in the same form, so that nobody has to do it by hand any more",
      vocabulary: null,
      listedBy: "company",
    },
    {
      alias: "Urlaubsantragsgenehmigungsverfahrensverwaltung",
      pattern: "https://tickets.norhaven.example:8443/*",
      owner: "",
      reason: "",
      vocabulary: null,
      kinds: ["click", "typing", "navigate", "shortcut"],
    },
    {
      alias: "The old wiki",
      pattern: "https://wiki.norhaven.example/*",
      owner: "Platform team",
      reason: "",
      vocabulary: null,
      removedAt: now - 5 * hour,
    },
  ].map((tool, n) => toolSchema.parse({ ...tool, id: toolIds[n]!, addedAt: now - (13 - n) * day }));

/** What the company says: one tool more is offered, and a little is held. */
export const policy = {
  company: "Norhaven",
  contact: "privacy@norhaven.example, room 2.14",
  tools: [
    {
      alias: "Travel expenses and advances",
      pattern: "https://travel-expenses.norhaven.example/*",
      owner: "Finance",
      reason: "Agents learn to file an expense",
      vocabulary: null,
    },
  ],
  forbiddenHosts: ["*.pay.norhaven.example"],
  exclusions: [{ pattern: `${livedInTool}*`, paths: ["/admin/audit"] }],
  kinds: kindNames.filter((kind) => kind !== "pointer"),
  retentionDays: 30,
  reviewHours: 24,
};
