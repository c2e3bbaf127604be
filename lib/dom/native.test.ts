// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { roles } from "../../schemas/roles.ts";
import { tags } from "../../schemas/tags.ts";
import { attribute, composedParent, localName, parentNode } from "./native.ts";
import { knownRoles } from "./roles.ts";
import { knownTags } from "./tags.ts";

test("the page's names are those of the schemas", () => {
  expect([...knownRoles]).toEqual([...roles]);
  expect([...knownTags].sort()).toEqual([...tags].sort());
});

test("a form that hides its own properties is still read", () => {
  document.body.innerHTML = `<form id="mine"><input name="id"><input name="parentNode"><input name="getAttribute"></form>`;
  const form = document.body.firstElementChild!;
  for (const name of ["id", "parentNode", "localName", "getAttribute"])
    Object.defineProperty(form, name, { get: () => ({ tampered: true }), configurable: true });
  expect(attribute(form, "id")).toBe("mine");
  expect(localName(form)).toBe("form");
  expect(parentNode(form)).toBe(document.body);
});

test("the composed parent of a shadow root's child is the host", () => {
  const host = document.createElement("div");
  const inner = document.createElement("p");
  host.attachShadow({ mode: "open" }).append(inner);
  expect(composedParent(inner)).toBe(host);
});
