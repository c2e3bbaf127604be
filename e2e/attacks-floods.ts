// Pages that make far more of everything than a page should.
import { type Attack, isLong } from "./hostile-page.ts";

const forgedTypes =
  "click dblclick auxclick contextmenu mousedown mouseup mousemove mouseover pointerdown pointermove pointerup " +
  "pointercancel keydown keyup keypress beforeinput input change select selectstart compositionstart compositionupdate " +
  "compositionend focus focusin focusout blur wheel scroll scrollend drag dragstart dragenter dragover dragend drop " +
  "copy cut paste submit reset invalid toggle beforetoggle close cancel popstate hashchange pageshow pagehide " +
  "visibilitychange touchstart touchend";

export const floods: Attack[] = [
  {
    name: "100,000 forged events",
    whole: true,
    n: 100_000,
    long: 1_000_000,
    script: `const types = "${forgedTypes}".split(" ");
      const prey = document.querySelector("#prey");
      await onMany(n, (i) => prey.dispatchEvent(new Event(types[i % types.length], { bubbles: true, composed: true })));`,
  },
  {
    name: "events that the browser makes for a script, and trusts",
    n: 200,
    long: 2000,
    ground: `<button id="prey" type="button">x</button><div id="many"></div><dialog></dialog>
      <form id="own" onsubmit="event.preventDefault()"><input></form><details id="fold"></details>
      <div id="roll" style="height:50px;overflow:auto"><p style="height:5000px"></p></div><input id="written">`,
    script: `const find = (s) => document.querySelector(s);
      for (let i = 0; i < 1000; i++) find("#many").append(document.createElement("input"));
      const fields = find("#many").children;
      await onMany(n, (i) => {
        fields[i % 1000].focus();
        fields[i % 1000].select();
        if (i % 10 === 0) find("#own").requestSubmit();
        if (i % 10 === 1) find("#own").reset();
        find("#fold").open = i % 2 === 0;
        find("#roll").scrollTop = i % 500;
        if (i % 10 === 2) { find("#written").focus(); document.execCommand("insertText", false, "x"); }
        if (i % 10 === 3) document.execCommand("selectAll");
        if (i % 10 === 4) find("dialog").showModal();
        if (i % 10 === 5) find("dialog").close();
        find("#many").firstChild.click();
      });
      document.activeElement.blur();`,
  },
  {
    name: "postMessage",
    n: 20_000,
    long: 200_000,
    script: `let got = 0;
      const all = new Promise((done) => addEventListener("message", () => ++got === n && done()));
      await onMany(n, (i) => postMessage({ name: "steps.record", request: { steps: [i] } }, "*"));
      await all;`,
  },
  {
    name: "a long history",
    makes: { kind: "navigate", most: isLong ? 400 : 40 },
    n: 300,
    long: 10_000,
    script: `await onMany(n, (i) => {
        if (i % 2) history.pushState({ i }, "", "?at=" + i);
        else history.replaceState({ i }, "", "#at" + i);
      });
      history.pushState({}, "", "/" + "x".repeat(n * 10) + "?" + "y".repeat(n * 10) + "#" + "z".repeat(n * 10));`,
  },
  {
    name: "mutations without end",
    n: 50_000,
    long: 300_000,
    script: `const prey = document.querySelector("#prey");
      const rest = document.body.appendChild(document.createElement("div"));
      new MutationObserver(() => {}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      await onMany(n, (i) => {
        prey.setAttribute("data-n", i);
        rest.append(document.createElement("i"));
        if (i % 100 === 0) rest.replaceChildren();
      });`,
  },
];
