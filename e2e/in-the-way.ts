// Pages that make it hard to be recorded, mostly without meaning to.
const page = (body: string, head = "") =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Way</title>${head}<body>${body}`;

/** Runs before anything else of the page, as a framework or a protective script would. */
const overriding = `<script>
  EventTarget.prototype.addEventListener = () => {};
  EventTarget.prototype.removeEventListener = () => {};
  Event.prototype.composedPath = () => [];
  for (const name of ["target", "type", "timeStamp"])
    Object.defineProperty(Event.prototype, name, { get() { throw new Error("no " + name); } });
  for (const name of ["parentNode", "getRootNode", "contains"])
    Object.defineProperty(Node.prototype, name, { get() { throw new Error("no " + name); } });
  for (const name of ["getAttribute", "matches", "closest", "shadowRoot", "localName"])
    Object.defineProperty(Element.prototype, name, { get() { throw new Error("no " + name); } });
  Document.prototype.querySelectorAll = () => [];
  history.pushState = () => { throw new Error("no"); };
  globalThis.chrome = undefined;
  globalThis.browser = undefined;
  Date.now = () => 0;
  performance.now = () => 0;
  globalThis.MutationObserver = undefined;
</script>`;

const stopping = `<script>
  for (const type of ["pointerdown", "mousedown", "click", "keydown", "input", "focusin"])
    for (const where of [window, document, document.documentElement])
      for (const capture of [true, false])
        where.addEventListener(type, (event) => {
          event.stopImmediatePropagation();
          event.stopPropagation();
        }, { capture });
</script>`;

export const inTheWay: Record<string, string> = {
  "/overriding": page("<button>Go</button>", overriding),
  "/stopping": page("<button>Go</button>", stopping),
  "/removing": page(`<p><button onclick="this.parentNode.remove()">Go</button></p>
    <div><button onclick="document.body.replaceChildren()">All</button></div>`),
  "/removes-frame": page(`<iframe src="/in-frame"></iframe>`),
  "/in-frame": page(`<button onclick="parent.document.querySelector('iframe').remove()">Go</button>`),
  "/replacing": page(`<button id="first">First</button><script>
    document.querySelector("#first").onclick = () => {
      document.open();
      document.write('<title>New</title><main><button id="second">Second</button><a href="/next">Away</a></main>');
      document.close();
      document.querySelector("#second").onclick = () => history.pushState(null, "", "/replacing#soft");
    };
  </script>`),
  "/popups": page(`<button id="empty">Empty</button><button id="full">Full</button><script>
    document.querySelector("#empty").onclick = () => {
      const other = window.open("", "empty", "width=400,height=300");
      other.document.open();
      other.document.write("<button>Inside</button>");
      other.document.close();
    };
    document.querySelector("#full").onclick = () => window.open("/in-popup", "full", "width=400,height=300");
  </script>`),
  "/in-popup": page("<button>Inside</button>"),
  "/dialog": page(`<button onclick="document.querySelector('dialog').showModal()">Open</button>
    <dialog><form method="dialog"><button>Yes</button></form></dialog>
    <div popover id="over"><button>Over</button></div><button popovertarget="over">Pop</button>`),
  "/closed":
    page(`<div id="outer"></div><x-slots><button id="slotted">Slotted</button></x-slots><div id="covered"></div><script>
    const inside = (host, mode, html) => {
      const root = host.attachShadow({ mode });
      root.innerHTML = html;
      return root;
    };
    const outer = inside(document.querySelector("#outer"), "closed", '<section><div id="open"></div></section>');
    const open = inside(outer.querySelector("#open"), "open", '<p>one</p><div id="deep"></div>');
    const deep = inside(open.querySelector("#deep"), "closed", '<input aria-label="Field"><button>Deep</button>');
    inside(document.querySelector("x-slots"), "closed", "<article><slot></slot></article>");
    const covered = inside(document.querySelector("#covered"), "closed", "<button>Covered</button>");
    // A ripple at once, and a cover from the moment of release on.
    const lay = (style, type) => covered.querySelector("button").addEventListener(type, () => {
      const over = document.createElement("div");
      over.style = "position:fixed;inset:0;" + style;
      document.body.append(over);
    });
    lay("pointer-events:none", "pointerdown");
    lay("background:#0003", "pointerup");
    // Closed roots keep scripts out, the specs' too: they are told where to press.
    const middle = (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    };
    globalThis.places = () => ({
      deep: middle(deep.querySelector("button")),
      covered: middle(covered.querySelector("button")),
    });
  </script>`),
};
