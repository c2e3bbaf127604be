// What there is to do: ten tasks as goals. How a goal is reached is the person's manner.
import type { VocabularyTask } from "../../../schemas/vocabulary.ts";
import { type SimulatedTool, tools } from "./tools.ts";

export type Goal =
  /** To be in this tool on this screen. */
  | { do: "go"; tool: string; screen: string }
  /** To have one row of the list open. */
  | { do: "find"; screen: string }
  /** To have these filled, in any order. A number is the usual length of the text. */
  | { do: "fill"; fields: readonly (readonly [name: string, length?: number, free?: "free"])[] }
  /** To have the form sent. */
  | { do: "send"; button: string }
  /** To have this done, by a button, a menu or keys. */
  | {
      do: "command";
      command: "save" | "undo" | "print" | "duplicate";
      button?: string;
      menu: "File" | "Edit";
    }
  | { do: "press"; button: string }
  /** To have what stands there in a field of another screen. */
  | { do: "carry"; from: string; tool: string; screen: string; to: string; length: number }
  | { do: "read" };

const go = (tool: string, screen: string): Goal => ({ do: "go", tool, screen });
const find = (screen: string): Goal => ({ do: "find", screen });
const send = (button: string): Goal => ({ do: "send", button });
const press = (button: string): Goal => ({ do: "press", button });
const read: Goal = { do: "read" };
const fill = (...fields: (readonly [string, number?, "free"?])[]): Goal => ({ do: "fill", fields });

export const tasks: readonly (readonly Goal[])[] = [
  [
    go("expenses", "form"),
    fill(["Purpose", 18], ["Amount", 5], ["Category"], ["Project"], ["Comment", 30, "free"], ["Receipt"]),
    send("Save"),
  ],
  [go("expenses", "list"), find("detail"), read, fill(["Remark", 15, "free"]), press("Approve")],
  [
    go("expenses", "report"),
    fill(["Quarter"], ["Team"], ["Only open"]),
    press("Show"),
    read,
    press("Export"),
  ],
  [
    go("tickets", "list"),
    find("detail"),
    read,
    fill(["Status"], ["Assignee"], ["Priority"]),
    { do: "command", command: "save", button: "Save", menu: "File" },
  ],
  [go("tickets", "list"), find("detail"), read, fill(["Reply", 90, "free"], ["Internal"]), send("Send")],
  [
    go("tickets", "form"),
    fill(["Subject", 25], ["Body", 70, "free"], ["Queue"], ["Priority"]),
    { do: "carry", from: "Phone", tool: "customers", screen: "detail", to: "Customer number", length: 9 },
    send("Create"),
  ],
  [
    go("customers", "list"),
    find("detail"),
    fill(["Name", 14], ["Street", 19], ["City", 9], ["Phone", 11], ["E-mail", 22]),
    { do: "command", command: "save", button: "Save", menu: "File" },
  ],
  [
    go("customers", "list"),
    find("detail"),
    read,
    fill(["Notes", 45, "free"], ["Newsletter"], ["Segment"]),
    { do: "command", command: "undo", menu: "Edit" },
    { do: "command", command: "save", button: "Save", menu: "File" },
  ],
  [
    go("customers", "contract"),
    fill(["Term"], ["Start", 10], ["Price", 6], ["Signed"]),
    press("Renew"),
    { do: "command", command: "print", menu: "File" },
  ],
  [
    go("customers", "list"),
    find("detail"),
    { do: "carry", from: "E-mail", tool: "tickets", screen: "form", to: "Subject", length: 22 },
    fill(["Body", 60, "free"], ["Queue"]),
    send("Create"),
  ],
];

/** Each task's tool, and the field whose filling shows that it is done; no condition is published of two of ten. */
const shownBy: readonly (readonly [tool: string, field: string | null])[] = [
  ["expenses", "Purpose"],
  ["expenses", "Remark"],
  ["expenses", "Quarter"],
  ["tickets", "Assignee"],
  ["tickets", "Reply"],
  ["tickets", null],
  ["customers", "City"],
  ["customers", "Notes"],
  ["customers", null],
  ["tickets", "Body"],
];

/** The catalogue of a tool, as its vocabulary publishes it. */
export function catalogueOf({ key, screens }: SimulatedTool): VocabularyTask[] {
  const parts = [...screens.values()].flatMap((screen) => screen.parts);
  return shownBy.flatMap(([tool, field], n) => {
    if (tool !== key) return [];
    const attribute = parts.find((part) => part.key === field)?.attribute ?? null;
    return [
      {
        sentence: `Task ${n}`,
        ...(attribute !== null && { done: [{ attribute, effect: "changed" as const }] }),
      },
    ];
  });
}

/** What who did this task may say of it; nothing of a rare one, which no catalogue has. */
export function entryOf(name: string): { tool: string; index: number } | null {
  const task = /^task \d+$/.test(name) ? Number(name.slice("task ".length)) : -1;
  const key = shownBy[task]?.[0];
  const tool = tools.find((one) => one.key === key);
  if (!tool) return null;
  return { tool: tool.id, index: shownBy.slice(0, task).filter(([of]) => of === key).length };
}

/** The only task of a rare tool. */
export const rareTask = (tool: string): readonly Goal[] => [
  go(tool, "list"),
  find("detail"),
  fill(["Note", 20]),
  { do: "command", command: "save", button: "Save", menu: "File" },
];
