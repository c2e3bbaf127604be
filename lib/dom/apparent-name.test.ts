// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { createLookup } from "../vocabulary/lookup.ts";
import { apparentNameOf } from "./apparent-name.ts";

const names = ["inject", "Zoom in", "Topic", "Edit node", "Filter", "Deploy"];
const lookup = createLookup({
  routes: [],
  terms: names.map((en) => ({ en })),
  attributes: [
    { name: "class", value: "icon" },
    { name: "class", value: "zoom", term: 1 },
    { name: "id", value: "go", term: 5 },
    { name: "id", value: "plain" },
    { name: "name", value: "topic", term: 2 },
  ],
  elements: [],
});

const named = (html: string, selector = "#x"): string | null => {
  document.body.innerHTML = html;
  const index = apparentNameOf(document.querySelector(selector)!, lookup);
  return index === null ? null : names[index]!;
};

test.each([
  ["its own title", '<span id="x" title="Zoom in"></span>', "Zoom in"],
  ["its own short text", '<div id="x"><i></i><span>inject</span></div>', "inject"],
  ["its pieces of text", '<div id="x"><b>Zoom</b><i>in</i></div>', "Zoom in"],
  ["a control around it", '<button><b id="x">inject</b></button>', "inject"],
  ["what is right around it", '<div title="Zoom in"><span><i id="x"></i></span></div>', "Zoom in"],
  ["the text around it", '<div><i id="x"></i><span>inject</span></div>', "inject"],
  ["a drawing's group", '<svg><g><rect id="x"></rect><text>inject</text></g></svg>', "inject"],
  ["the label in its row", '<div><label>Topic</label><input id="x"></div>', "Topic"],
  ["the label around its box", '<div><label>Topic</label><span><b><input id="x"></b></span></div>', "Topic"],
  ["a placeholder", '<input id="x" placeholder="Filter">', "Filter"],
])("is called by %s", (_, html, name) => expect(named(html)).toBe(name));

test.each([
  ["what its attribute is called", '<button name="topic"></button>', "button", "Topic"],
  ["its id before its class", '<button id="go" class="zoom"></button>', "button", "Deploy"],
  ["the first attribute with a name", '<button id="plain" class="icon zoom"></button>', "button", "Zoom in"],
  ["its own words before that", '<button id="go" title="inject"></button>', "button", "inject"],
  ["what is around it before that", '<span title="Filter"><b id="go"></b></span>', "b", "Filter"],
  ["its attribute, though its words are data", '<button id="go">Ada</button>', "button", "Deploy"],
  ["nothing of an attribute around it", '<div id="go"><button></button></div>', "button", null],
  ["nothing where it is private", '<button id="go" data-private></button>', "button", null],
  ["nothing in what a person edits", '<p contenteditable="true"><b id="go"></b></p>', "b", null],
  [
    "what stands behind a box",
    '<p><label><input type="checkbox"></label> <i>Topic</i></p>',
    "input",
    "Topic",
  ],
  ["no button behind a box", '<p><input type="checkbox"><button>Deploy</button></p>', "input", null],
  ["no text behind the next box", '<p><input type="radio"><input><i>Topic</i></p>', "input", null],
  ["no text behind a field", "<p><input><i>Topic</i></p>", "input", null],
])("is called by %s", (_, html, selector, name) => expect(named(html, selector)).toBe(name));

test.each([
  ["farther than three levels", '<p title="Deploy"><b><b><b><b id="x"></b></b></b></b></p>'],
  ["a part of the page around it", '<div role="dialog" aria-label="Edit node"><span id="x"></span></div>'],
  ["text among which a person wrote", '<div id="x">inject<textarea></textarea></div>'],
  ["what a person edits", '<div contenteditable="true"><b id="x">inject</b></div>'],
  ["what is private", '<div id="x" data-private>inject</div>'],
  ["a text of the page", '<div id="x">inject for customer 4711</div>'],
  ["the name of what is beside a field", '<div title="Deploy"><input id="x"></div>'],
  ["the names of controls in it", '<div id="x"><button>Deploy</button></div>'],
  [
    "the options beside it",
    '<select><optgroup><option id="x"></option><option>inject</option></optgroup></select>',
  ],
  ["a large part", `<div id="x">${"<i></i>".repeat(20)}inject</div>`],
])("is not called by %s", (_, html) => expect(named(html)).toBeNull());
