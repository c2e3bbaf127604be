// The simulated company's tools: screens of fields, buttons and links as their vocabulary names them.
import { createHash } from "node:crypto";
import type { PublishedTool } from "../../../lib/anonymize/index.ts";
import { type Words, wordsOfVocabulary } from "../../../lib/anonymize/words.ts";
import type { Link, Role, Tag } from "../../../schemas/target.ts";

export type Control = "text" | "long" | "search" | "select" | "checkbox" | "button" | "link" | "item";

export const isText = (control: Control): boolean => /^(text|long|search)$/.test(control);

export interface Part {
  key: string;
  control: Control;
  role: Role;
  tag: Tag;
  /** Index of its name; not every name is published in every language. */
  term: number;
  translated: boolean;
  /** Text that is read: it has no name of its own. */
  unnamed?: true;
  /** Index of its id, where it has one. */
  attribute: number | null;
  path: Link[];
  /** In the page's navigation, which a narrow window folds away. */
  inNavigation: boolean;
}

export interface Screen {
  key: string;
  route: number;
  parts: Part[];
  /** Whether it shows a list of rows. */
  rows: boolean;
}

export interface SimulatedTool {
  key: string;
  id: string;
  published: PublishedTool;
  words: Words;
  screens: Map<string, Screen>;
}

const shapes: Record<Control, { role: Role; tag: Tag }> = {
  text: { role: "textbox", tag: "input" },
  long: { role: "textbox", tag: "textarea" },
  search: { role: "searchbox", tag: "input" },
  select: { role: "combobox", tag: "select" },
  checkbox: { role: "checkbox", tag: "input" },
  button: { role: "button", tag: "button" },
  link: { role: "link", tag: "a" },
  item: { role: "menuitem", tag: "li" },
};

/** What is read, on any page. */
export const readText: Part = {
  ...{ key: "text", control: "link", role: "paragraph", tag: "p", term: 0, translated: true, unnamed: true },
  ...{ attribute: null, inNavigation: false },
  path: (["html", "body", "div", "main", "p"] as const).map((tag) => ({ tag, nth: 0 })),
};

/** 16 bytes of a digest, as ids are written. */
export const idOf = (text: string): string =>
  createHash("sha256").update(text).digest().subarray(0, 16).toString("base64url");

const link = (tag: Tag, nth = 0): Link => ({ tag, nth });

/** Each screen as `control name, control name`; a star: it shows a list. Navigation stands on every screen. */
export function makeTool(key: string, navigation: string, screens: Record<string, string>): SimulatedTool {
  let terms = 0;
  const known = new Map<string, Part>();
  const partOf = (text: string, nth: number, inNavigation: boolean): Part => {
    const [control, ...name] = text.trim().split(" ") as [Control, ...string[]];
    const label = name.join(" ");
    const held = known.get(text);
    if (held) return held;
    const { role, tag } = shapes[control];
    const home = inNavigation
      ? [link("nav"), link("ul"), link("li", nth)]
      : [link("main"), ...(control === "button" ? [link("footer")] : [link("form"), link("div", nth)])];
    const term = terms++;
    const part = {
      ...{ key: label, control, role, tag, term, inNavigation },
      translated: term % 4 !== 3,
      attribute: control === "link" ? null : term,
      path: [link("html"), link("body"), link("div"), ...home, link(tag, control === "button" ? nth : 0)],
    };
    known.set(text, part);
    return part;
  };
  const links = navigation.split(",").map((text, nth) => partOf(text, nth, true));
  const made = Object.entries(screens).map(([name, text], route): [string, Screen] => {
    const own = text.replace("*", "").split(",");
    const parts = [...links, ...own.map((one, nth) => partOf(one, nth, false))];
    return [name, { key: name, route, parts, rows: text.startsWith("*") }];
  });
  const id = idOf(`row ${key}`);
  const named = [...known.values()].map(({ key, translated }) => ({
    en: key,
    ...(translated && { de: key }),
  }));
  const published = { tool: idOf(key), vocabulary: 1 };
  return {
    key,
    id,
    published,
    words: wordsOfVocabulary({ terms: named, attributes: named.map((_, term) => ({ term })) }),
    screens: new Map(made),
  };
}

const shared = "button Menu,button File,button Edit,link Help,item Save,item Print,item Undo";

export const tools: readonly SimulatedTool[] = [
  makeTool("expenses", `link Expenses,link Reports,link Settings,${shared}`, {
    list: "*search Search,button New expense,link Open row,select Sort by,button Export",
    form: "text Purpose,text Amount,select Category,select Project,long Comment,checkbox Receipt,button Save,button Cancel",
    detail: "long Remark,button Approve,button Reject,link Receipt image,button Back",
    report: "select Quarter,select Team,checkbox Only open,button Show,button Export",
  }),
  makeTool("tickets", `link Tickets,link Boards,link Knowledge,${shared}`, {
    list: "*search Search,link Open row,select Status filter,checkbox Only mine",
    detail:
      "select Status,select Assignee,select Priority,long Reply,checkbox Internal,button Send,button Save,link History",
    form: "text Subject,long Body,select Queue,select Priority,text Customer number,button Create",
  }),
  makeTool("customers", `link Customers,link Contracts,link Calendar,${shared}`, {
    list: "*search Search,link Open row,button New customer",
    detail:
      "text Name,text Street,text City,text Phone,text E-mail,long Notes,checkbox Newsletter,select Segment,button Save",
    contract: "select Term,text Start,text Price,checkbox Signed,button Renew,button Save",
  }),
];

/** Tools that only few people use, with one screen each. */
export const rareTools: readonly SimulatedTool[] = Array.from({ length: 30 }, (_, n) =>
  makeTool(`rare-${n}`, `link Start,${shared}`, {
    list: "*search Search,link Open row",
    detail: "text Note,button Save",
  }),
);
