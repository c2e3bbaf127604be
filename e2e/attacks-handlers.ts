// Pages that change under the hand: in their handlers, their observers, their documents and frames.
import { type Attack, isLong } from "./hostile-page.ts";
import { workbench } from "./workbench.ts";

const everyAct =
  "pointerdown mousedown pointerup mouseup click auxclick contextmenu keydown keyup beforeinput input change focusin " +
  "focusout pointermove pointerover wheel dragstart copy paste submit";

export const handlers: Attack[] = [
  {
    name: "the target moves in every handler and in an observer, in a circle",
    whole: true,
    ground: `<div id="a"><button id="prey" type="button">x</button></div><div id="b"></div>`,
    script: `const prey = document.querySelector("#prey");
      const [a, b] = ["#a", "#b"].map((s) => document.querySelector(s));
      let moves = 0;
      const move = () => { if (moves++ < 2000) (prey.parentNode === a ? b : a).append(prey); };
      for (const type of "${everyAct}".split(" ")) addEventListener(type, move, true);
      new MutationObserver(move).observe(document, { childList: true, subtree: true });
      move();
      await new Promise((done) => after(done, 50));`,
    prey: ["div", "button"],
  },
  {
    name: "the target is gone in its own handler",
    script: `const prey = document.querySelector("#prey");
      for (const type of ["click", "pointerup", "keydown", "input", "focusin"])
        addEventListener(type, () => {
          const old = document.querySelector("#prey");
          old?.replaceWith(old.cloneNode(true));
        }, true);
      prey.addEventListener("click", () => prey.remove());`,
  },
  {
    name: "every event is stopped before it goes anywhere",
    whole: true,
    // The button that pushes an address hears nothing.
    differs: { navigate: -1 },
    // Not of a drag's begin, which the driver itself must hear.
    script: `for (const type of "${everyAct.replace("dragstart ", "")}".split(" "))
        for (const owner of [window, document, document.documentElement])
          owner.addEventListener(type, (event) => { event.stopImmediatePropagation(); }, true);
      EventTarget.prototype.addEventListener = () => {};
      EventTarget.prototype.removeEventListener = () => {};
      Event.prototype.composedPath = () => [];`,
  },
  {
    name: "events are dispatched again inside of events",
    n: 3000,
    long: 100_000,
    script: `const prey = document.querySelector("#prey");
      let [left, depth] = [n, 0];
      for (const type of "${everyAct}".split(" "))
        addEventListener(type, (event) => {
          if (depth >= 4 || left-- <= 0) return;
          depth++;
          prey.dispatchEvent(new event.constructor(event.type, event));
          prey.click();
          try { prey.dispatchEvent(event); } catch {}
          depth--;
          if (event.isTrusted) after(() => { try { prey.dispatchEvent(event); } catch {} });
        }, true);`,
  },
  {
    name: "document.open in a loop",
    n: 60,
    long: 200,
    script: `const html = ${JSON.stringify(
      `<style>#prey { position: fixed; left: 560px; top: 480px; width: 160px; height: 40px; z-index: 1000 }</style><body>${workbench(() => "x")}<button id="prey" type="button">x</button>`,
    ).replaceAll("<", "\\x3c")};
      for (let i = 0; i < n; i++) {
        document.open();
        document.write(html);
        document.close();
        if (i % 20 === 0) await new Promise((done) => after(done));
      }
      for (const [name, value] of Object.entries(heard)) document.documentElement.setAttribute("data-" + name, value);
      tell = Element.prototype.setAttribute.bind(document.documentElement);`,
  },
  {
    name: "frames in frames, and many beside each other",
    n: 12,
    long: 60,
    frames: isLong ? 240 : 48,
    script: `const nest = async (owner, depth) => {
        if (depth === 0) return;
        const frame = owner.createElement("iframe");
        owner.body.append(frame);
        await nest(frame.contentDocument, depth - 1);
      };
      await nest(document, n);
      for (let i = 0; i < 3 * n; i++) {
        const frame = document.createElement("iframe");
        frame.name = ["top", "parent", "self", "0", "length", "document"][i % 6];
        frame.srcdoc = "<button>x</button>";
        if (i % 3 === 0) frame.setAttribute("sandbox", "allow-scripts");
        document.body.append(frame);
        if (i % 2) frame.remove();
      }`,
  },
];
