// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { foundAt, keepSearches, lastFound, type Searches, search } from "./searches.ts";

let idle: (() => void)[];
let ending: AbortController;
let searches: Searches;
let looked: number;
const rest = () => {
  while (idle.length > 0) for (const run of idle.splice(0)) run();
};
const ids = (found: ArrayLike<Element>) => Array.from(found, ({ id }) => id).join("");
const buttons = () => ids(search(document, "button"));
const page = (html: string) => {
  document.body.innerHTML = html;
};

beforeEach(() => {
  idle = [];
  looked = 0;
  const ask = (run: () => void) => idle.push(run);
  vi.stubGlobal("requestIdleCallback", ask);
  vi.stubGlobal("scheduler", { postTask: async (run: () => void) => void ask(run) });
  page("<button id=a></button><button id=b></button><p id=p></p>");
  ending = new AbortController();
  searches = keepSearches({ first: ["[role=alert]"], failed: () => looked++, signal: ending.signal });
});
afterEach(() => {
  ending.abort();
  vi.unstubAllGlobals();
});

test("before the first idle moment, and after the end, the page is searched each time", () => {
  const menus = () => ids(search(document, "[role=menu]"));
  const [one, other] = [document.querySelector("#a")!, document.querySelector("#b")!];
  expect(menus()).toBe("");
  one.setAttribute("role", "menu");
  expect(menus()).toBe("a");
  rest();
  expect(menus()).toBe("a");
  other.setAttribute("role", "menu");
  expect(menus()).toBe("a");
  ending.abort();
  expect(menus()).toBe("ab");
});

test.each<[string, () => void, string]>([
  [
    "more elements",
    () => document.body.append(Object.assign(document.createElement("button"), { id: "c" })),
    "abc",
  ],
  ["fewer", () => document.querySelector("#a")!.remove(), "b"],
  ["others in their place", () => page("<button id=x></button><button id=y></button><p></p>"), "xy"],
])("a page of %s is searched anew at once", (_, change, expected) => {
  rest();
  expect(buttons()).toBe("ab");
  change();
  expect(buttons()).toBe(expected);
});

test("what an attribute alone has changed is found in the idle moment that is asked for, and told of then", () => {
  rest();
  expect(ids(search(document, "[role=menu]"))).toBe("");
  const told = vi.fn();
  document.querySelector("#p")!.setAttribute("role", "menu");
  searches.renew(told);
  expect(told).not.toHaveBeenCalled();
  rest();
  expect(told).toHaveBeenCalledOnce();
  expect(ids(search(document, "[role=menu]"))).toBe("p");
});

test("what was found before an act stays known until another is asked for, or the page is of other elements", () => {
  rest();
  const since = foundAt();
  const alerts = (from?: number) => ids(lastFound("[role=alert]", from));
  const alert = Object.assign(document.createElement("p"), { id: "q" });
  alert.setAttribute("role", "alert");
  document.body.append(alert);
  expect([alerts(), alerts(since)]).toEqual(["", "q"]);
  document.querySelector("#p")!.setAttribute("role", "alert");
  expect(alerts(since)).toBe("q");
  searches.renew();
  rest();
  expect(alerts(since)).toBe("pq");
});

test("a hand on its way has the page searched only where it has changed, and nothing is woken in between", () => {
  rest();
  searches.look();
  expect(idle).toEqual([]);
  document.body.append(document.createElement("i"));
  vi.spyOn(performance, "now").mockReturnValue(1e9);
  searches.look();
  expect(idle).toHaveLength(1);
  rest();
  expect(idle).toEqual([]);
});

test("a search that takes long is made no more in idle moments, but each time that it is asked for", () => {
  rest();
  const alerts = () => ids(lastFound("[role=alert]"));
  let now = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => {
    now += 200;
    return now;
  });
  searches.renew();
  rest();
  clock.mockRestore();
  searches.renew();
  rest();
  document.querySelector("#p")!.setAttribute("role", "alert");
  expect(alerts()).toBe("p");
});
