// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { ariaRoleOf, roleOf } from "./role.ts";

const role = (html: string): string => {
  const whole = /^<(tr|td|th|tbody)/.test(html) ? `<table>${html}</table>` : html;
  document.body.innerHTML = whole.replace(/ x(?=[ >])/, ' id="x"');
  return roleOf(document.querySelector("#x") ?? document.body.firstElementChild!);
};

// HTML Accessibility API Mappings, and what browsers and testing tools agree on beyond it.
test.each([
  ["<a href='#'>", "link"],
  ["<a>", "generic"],
  ["<input>", "textbox"],
  ["<input type=email>", "textbox"],
  ["<input type=search>", "searchbox"],
  ["<input type=text list=l>", "combobox"],
  ["<input type=range>", "slider"],
  ["<input type=number>", "spinbutton"],
  ["<input type=date>", "textbox"],
  ["<input type=hidden>", "generic"],
  ["<select>", "combobox"],
  ["<select multiple>", "listbox"],
  ["<select size=4>", "listbox"],
  ["<summary>", "button"],
  ["<section>", "generic"],
  ["<section aria-label=a>", "region"],
  ["<header>", "banner"],
  ["<main><header x></main>", "generic"],
  ["<article><footer x></article>", "generic"],
  ["<img alt=''>", "presentation"],
  ["<img alt='' aria-label=a>", "img"],
  ["<svg>", "img"],
  ["<form>", "form"],
  ["<tr><th x>", "columnheader"],
  ["<tr><th x><td>", "rowheader"],
  ["<table role=grid><tr><td x></table>", "gridcell"],
  ["<ul role=none><li x></ul>", "generic"],
  ["<table role=presentation><tr><td x></table>", "generic"],
  ["<div role='made-up BUTTON'>", "button"],
  ["<button role=none>", "none"],
  ["<button role=none tabindex=0>", "button"],
  ["<div contenteditable>", "textbox"],
  ["<div contenteditable=false>", "generic"],
])("%s is a %s", (html, expected) => expect(role(html)).toBe(expected));

test("what only a person calls a text field is none to whoever looks for roles", () => {
  document.body.innerHTML = "<div contenteditable></div>";
  expect(ariaRoleOf(document.body.firstElementChild!)).toBe("generic");
});
