// Pages that lie about the DOM: clobbered names, replaced prototypes, proxies, bombs.
import type { Attack } from "./hostile-page.ts";

const clobbered =
  "id parentNode parentElement attributes childNodes children localName tagName nodeName nodeType nodeValue ownerDocument " +
  "getAttribute hasAttribute matches closest getRootNode contains isConnected textContent innerText innerHTML labels type " +
  "value form elements length name role className classList dataset shadowRoot host assignedSlot previousElementSibling " +
  "nextElementSibling firstChild querySelector querySelectorAll getElementsByTagName getBoundingClientRect " +
  "addEventListener submit reset action method target hidden tabIndex isContentEditable compareDocumentPosition toString";
const clobberedDocument =
  "body head documentElement activeElement querySelector querySelectorAll getElementsByTagName getElementById " +
  "createTreeWalker createElement defaultView location readyState hidden visibilityState hasFocus elementFromPoint title " +
  "addEventListener all forms images links scripts cookie implementation";
const clobberedWindow =
  "browser chrome navigation navigator performance crypto top parent self frames length location history document Element " +
  "Node ShadowRoot HTMLInputElement MutationObserver AbortController setTimeout requestIdleCallback getComputedStyle " +
  "innerWidth innerHeight Reflect Symbol Map Set WeakMap WeakRef Promise JSON Math URL btoa name visualViewport scrollX";

export const objects: Attack[] = [
  {
    name: "a form, a document and a window whose names are taken",
    whole: true,
    ground: `<form id="taken" onsubmit="return false"><button id="prey">x</button></form><div id="names" hidden></div>`,
    script: `for (const name of "${clobbered}".split(" ")) {
        const field = document.createElement("input");
        field.hidden = true;
        field.setAttribute("name", name);
        document.querySelector("#taken").append(field);
      }
      const names = document.querySelector("#names");
      for (const name of "${clobberedDocument}".split(" ")) {
        const image = Element.prototype.cloneNode.call(new Image());
        image.setAttribute("name", name);
        image.setAttribute("id", name);
        const frame = Document.prototype.createElement.call(document, "form");
        frame.setAttribute("name", name);
        names.append(image, frame);
      }
      for (const name of "${clobberedWindow}".split(" ")) {
        const link = Document.prototype.createElement.call(document, "a");
        link.setAttribute("id", name);
        names.append(link, Element.prototype.cloneNode.call(link));
      }`,
    prey: ["form", "button"],
    differs: { submit: 1 },
  },
  {
    name: "getters that throw, everywhere",
    whole: true,
    script: `const bomb = { configurable: true, get() { throw new Error("seen"); }, set() { throw new Error("seen"); } };
      const prey = document.querySelector("#prey");
      for (let at = prey; at; at = Object.getPrototypeOf(at))
        for (const name of Object.getOwnPropertyNames(at)) {
          try { Object.defineProperty(prey, name, bomb); } catch {}
        }
      const kept = new Set(["prototype", "length", "name", "constructor"]);
      for (const owner of [ShadowRoot, DocumentFragment, CharacterData, Text, Document, HTMLInputElement, HTMLTextAreaElement,
        HTMLSelectElement, HTMLFormElement, HTMLElement, SVGElement, Element, Node, UIEvent, MouseEvent, KeyboardEvent,
        InputEvent, PointerEvent, FocusEvent, DragEvent, ClipboardEvent, Event, DataTransfer, History, Location, Navigator,
        Performance, TreeWalker, NodeList, HTMLCollection, DOMTokenList, MutationObserver, EventTarget])
        for (const name of Object.getOwnPropertyNames(owner.prototype))
          if (!kept.has(name)) { try { Object.defineProperty(owner.prototype, name, bomb); } catch {} }
      for (const name of ["chrome", "navigation", "event", "name", "getComputedStyle", "requestIdleCallback", "fetch", "Date"]) {
        try { Object.defineProperty(window, name, bomb); } catch {}
      }
      for (const owner of [Array, String, Map, Set, WeakMap, Promise, RegExp])
        for (const name of ["push", "map", "indexOf", "trim", "get", "has", "add", "exec", "test"])
          if (owner.prototype[name]) owner.prototype[name] = () => { throw new Error("seen"); };`,
    // The button that pushes an address throws before it does.
    differs: { navigate: -1 },
  },
  {
    name: "proxies around everything that is called",
    whole: true,
    script: `let calls = 0;
      const watched = { apply() { calls++; tell("data-calls", calls); throw new Error("seen"); } };
      for (const owner of [EventTarget, Event, Node, Element, Document, ShadowRoot, HTMLElement, MutationObserver, History])
        for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(owner.prototype)))
          if (typeof value === "function" && name !== "constructor") owner.prototype[name] = new Proxy(value, watched);
      for (const name of ["addEventListener", "removeEventListener", "dispatchEvent", "getComputedStyle", "postMessage", "fetch",
        "requestAnimationFrame", "requestIdleCallback", "setTimeout", "queueMicrotask", "structuredClone", "btoa"])
        window[name] = new Proxy(window[name], watched);
      for (const owner of [Reflect, JSON, Object, crypto, performance])
        for (const name of ["apply", "ownKeys", "stringify", "getRandomValues", "now"])
          if (owner[name]) { try { owner[name] = new Proxy(owner[name], watched); } catch {} }`,
    differs: { navigate: -1 },
  },
  {
    name: "strings that explode",
    script: `const boom = () => { throw new Error("seen"); };
      const bomb = { toString: boom, valueOf: boom, [Symbol.toPrimitive]: boom, toJSON: boom };
      const prey = document.querySelector("#prey");
      for (const name of ["id", "name", "value", "role", "className", "title", "type"]) Object.defineProperty(prey, name, { value: bomb });
      prey.dispatchEvent(new CustomEvent("click", { detail: bomb }));
      for (const thrown of [bomb, null, Symbol("x"), Object.create(null)]) {
        after(() => { throw thrown; });
        Promise.reject(thrown);
      }
      for (const proto of [Element.prototype, Event.prototype, Object.prototype]) {
        Object.defineProperty(proto, "toString", { value: boom, configurable: true, writable: true });
        Object.defineProperty(proto, "toJSON", { value: boom, configurable: true, writable: true });
      }
      Object.prototype.kind = Object.prototype.target = Object.prototype.steps = "x";
      await new Promise((done) => after(done, 50));`,
  },
  {
    name: "custom elements that throw in every reaction",
    n: 200,
    script: `class Thrower extends HTMLElement {
        static observedAttributes = ["class", "id"];
        static formAssociated = true;
        connectedCallback() { throw new Error("connected"); }
        disconnectedCallback() { throw new Error("disconnected"); }
        adoptedCallback() { throw new Error("adopted"); }
        attributeChangedCallback() { throw new Error("changed"); }
        formAssociatedCallback() { throw new Error("associated"); }
        formDisabledCallback() { throw new Error("disabled"); }
        formResetCallback() { throw new Error("reset"); }
        get labels() { throw new Error("labels"); }
        getAttribute() { throw new Error("getAttribute"); }
      }
      customElements.define("x-thrower", Thrower);
      customElements.define("x-born-dead", class extends HTMLElement { constructor() { throw new Error("born"); } });
      const ground = document.body.appendChild(document.createElement("div"));
      for (let i = 0; i < n; i++) ground.innerHTML = "<x-thrower id='a'></x-thrower><x-born-dead></x-born-dead>";
      const around = ground.appendChild(document.createElement("x-thrower"));
      around.append(document.querySelector("#prey"));`,
    prey: ["div", "custom", "button"],
  },
];
