import { describe, expect, it } from "vitest";
import { isFrameworkMade, isFrameworkMadeClass, isFrameworkMadeId } from "./framework-made.ts";

describe("ids", () => {
  it.each([
    ":r1:",
    "«r1»",
    "_r_1_",
    "radix-:r1:",
    "radix-«r4»-trigger",
    "headlessui-menu-button-:r2:",
    "headlessui-dialog-12",
    "ember123",
    "mui-12",
    "mui-4711",
    "ui-id-12",
    "mat-input-3",
    "cdk-overlay-0",
    "ext-gen1042",
    "react-select-3-input",
    "downshift-0-label",
    "f6f2187d0a1b2c3d",
    "item-a1b2c3d4",
    "1b671a64-40d5-491e-99b0-da01ff1f3341",
    "row-20231",
    "9lives",
    "two words",
    "a".repeat(90),
  ])("%s is made", (value) => expect(isFrameworkMadeId(value)).toBe(true));

  it.each([
    "node-input-name",
    "red-ui-header-button-deploy",
    "btn_save",
    "tab-1",
    "step2",
    "h1",
    "menu-item-edit-cut",
    "deadline",
    "facade",
    "user[email]",
    "oauth2-login",
    "mqtt-v5-only",
  ])("%s was written", (value) => expect(isFrameworkMadeId(value)).toBe(false));
});

describe("classes", () => {
  it.each([
    "css-1abc2d",
    "css-1abc2d-Button",
    "Button_root__x7Yz1",
    "styles_card__QmR3t",
    "_root_1abc2_7",
    "sc-bdvvtL",
    "jss123",
    "makeStyles-root-12",
    "svelte-1x2y3z",
    "ng-star-inserted",
    "ng-tns-c12-3",
    "x1n2onr6",
    "r-1oszu61",
    "mt-4",
    "-mx-2",
    "px-2.5",
    "w-full",
    "w-1/2",
    "md:flex",
    "hover:bg-blue-500",
    "bg-blue-500",
    "w-[32px]",
    "text-sm",
    "flex",
    "items-center",
    "col-span-2",
    "rounded-lg",
    "space-x-4",
  ])("%s is made, or only a look", (value) => expect(isFrameworkMadeClass(value)).toBe(true));

  it.each([
    "red-ui-palette-node",
    "red-ui-flow-port-output",
    "card__title",
    "block__element--modifier",
    "tc-btn-invisible",
    "tc-tiddler-controls",
    "toolbar",
    "nav-link",
    "MuiButton-root",
    "btn-primary",
    "editor-button",
    "sidebar-toggle",
    "opblock-summary-method",
  ])("%s names a thing", (value) => expect(isFrameworkMadeClass(value)).toBe(false));
});

it("asks by the attribute's name", () => {
  expect(isFrameworkMade("class", "flex")).toBe(true);
  expect(isFrameworkMade("id", "flex")).toBe(false);
});
