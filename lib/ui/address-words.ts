import type { PatternProblem } from "../scope/pattern.ts";

/** What a wrong address would have done, then what to write instead. A new problem without words does not compile. */
export const addressWords: Record<PatternProblem, string> = {
  "not-an-address":
    "This would match no page at all. Write the address as in the address bar: https://flows.example.com",
  scheme:
    "This is not a web page, and Tooltrail records in web pages only. Write an address with https:// or http://",
  host: "This would cover every site under that name. Name one site in full: flows.example.com",
  wildcard:
    "This would cover several sites, mail and wages perhaps among them. Name one, without * and spaces: flows.example.com",
  credentials:
    "This would keep a user name or password in the list. Write the address without the part before @: flows.example.com",
};
