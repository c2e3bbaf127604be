// Pages of shapes that no reading of a whole page survives.
import type { Attack } from "./hostile-page.ts";

export const shapes: Attack[] = [
  {
    name: "10,000 elements deep",
    n: 10_000,
    ground: `<style>b { display: contents }</style><div id="deep"></div>`,
    script: `let at = document.createElement("b");
      const top = at;
      for (let i = 1; i < n; i++) at = at.appendChild(document.createElement("b"));
      at.innerHTML = "<button id='prey' type='button'>x</button>";
      document.querySelector("#deep").append(top);`,
    prey: ["b", "b", "button"],
  },
  {
    name: "100,000 siblings",
    n: 100_000,
    long: 300_000,
    ground: `<ul id="wide" style="height:100px;overflow:hidden;content-visibility:hidden"></ul>`,
    script: `const list = document.querySelector("#wide");
      for (let i = 0; i < n; i++) list.append(document.createElement("li"));
      list.style.contentVisibility = "visible";
      const last = list.appendChild(document.createElement("li"));
      last.innerHTML = "<button id='prey' type='button'>x</button>";`,
    prey: ["ul", "li", "button"],
  },
  {
    name: "very many options and fields",
    n: 5000,
    long: 20_000,
    ground: `<form id="wide" style="height:50px;overflow:hidden"></form><button id="prey" type="button">x</button>`,
    script: `const form = document.querySelector("#wide");
      const list = document.createElement("select");
      for (let i = 0; i < 5 * n; i++) list.append(new Option("x" + i));
      const fields = document.createDocumentFragment();
      for (let i = 0; i < n; i++) fields.append(document.createElement("input"));
      form.append(list, fields);`,
  },
  {
    name: "shadow roots 200 deep",
    whole: true,
    n: 200,
    ground: `<div id="host"></div>`,
    script: `let host = document.querySelector("#host");
      for (let i = 0; i < n; i++) {
        const root = host.attachShadow({ mode: i % 2 ? "closed" : "open" });
        host = root.appendChild(document.createElement("div"));
      }
      host.innerHTML = "<button type='button' style='position:fixed;left:560px;top:480px;width:160px;height:40px;z-index:1000'>x</button>";`,
    prey: ["div", "div", "button"],
  },
  {
    name: "attributes and names of 10 MB",
    n: 10_000_000,
    ground: `<label><button id="prey" type="button">x<span id="long" style="display:block;content-visibility:hidden"></span></button>
      <span id="said" style="display:block;content-visibility:hidden"></span></label>`,
    script: `const huge = "x".repeat(n);
      const tokens = "x y ".repeat(n / 40);
      const prey = document.querySelector("#prey");
      for (const name of ["title", "class", "aria-label", "name", "data-testid", "aria-expanded", "data-x"])
        prey.setAttribute(name, huge);
      prey.setAttribute("role", tokens);
      // Part of the name, and never laid out, which would take the browser minutes.
      document.querySelector("#long").append(huge);
      document.querySelector("#said").append(huge);
      // Of fields the browser's own form filling reads all: longer ones stop it without us.
      for (const type of ["password", "text"]) for (let i = 0; i < 5; i++) {
        const field = document.createElement("input");
        field.type = type;
        field.id = field.name = huge.slice(0, 50_000) + i;
        field.autocomplete = tokens.slice(0, 50_000);
        document.body.append(field);
      }`,
    prey: ["label", "button"],
  },
  {
    name: "names of 60 buttons, 100 KB each",
    n: 100_000,
    ground: `<div id="many" style="height:50px;overflow:hidden"></div><button id="prey" type="button">x</button>`,
    script: `for (let i = 0; i < 60; i++) {
        const button = document.createElement("button");
        button.textContent = "x ".repeat(n / 2);
        document.querySelector("#many").append(button);
      }`,
  },
];
