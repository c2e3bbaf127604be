// A page of fields, controls, forms, lists and editors.
const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>FormDesk</title><body>
<main>
  <form id="order" action="/done">
    <label>Name <input id="name" name="name" required></label>
    <label>Count <input id="count" type="number" value="1"></label>
    <label>Mask <input id="mask"></label>
    <label>Notes <textarea id="notes"></textarea></label>
    <label id="agree-label"><input id="agree" type="checkbox"> Agree</label>
    <label><input type="radio" name="size" value="s" id="small" checked> Small</label>
    <label><input type="radio" name="size" value="m" id="middle"> Middle</label>
    <label><input type="radio" name="size" value="l" id="large"> Large</label>
    <select id="state" aria-label="State"><option>Open</option><option>Done</option><option>Late</option></select>
    <select id="tags" aria-label="Tags" multiple size="3"><option>Red</option><option>Blue</option></select>
    <input id="day" type="date" aria-label="Day">
    <input id="level" type="range" min="0" max="100" value="50" aria-label="Level">
    <input id="tone" type="color" aria-label="Tone">
    <input id="file" type="file" aria-label="File">
    <label>PIN <input id="pin" type="password" name="pin"></label>
    <button id="send">Send</button>
  </form>
  <form id="quick"><label>Quick <input id="quick-text"></label></form>
  <form id="remade"><label>Remade <input id="again" name="again"></label></form>
  <div id="rich" contenteditable="true" role="textbox" aria-label="Rich"></div>
  <div id="own" contenteditable="true" role="textbox" aria-label="Own"></div>
  <div id="context" tabindex="0" role="textbox" aria-label="Context" style="height: 1em"></div>
  <iframe id="designed" title="Designed"></iframe>
  <x-open></x-open><x-closed></x-closed>
  <div id="tree" role="listbox" tabindex="0" aria-label="Tree" aria-activedescendant="one">
    <div role="option" id="one">One</div><div role="option" id="two">Two</div><div role="option" id="three">Three</div>
  </div>
  <div id="menu" role="menu"><div role="menuitem" tabindex="0" id="cut">A</div><div role="menuitem" tabindex="-1" id="b">B</div></div>
  <dialog id="ask"><form method="dialog" id="answer"><button id="yes">Yes</button></form></dialog>
  <button id="copier">Copy it</button><button id="sender">By script</button><button id="ticker">Tick</button>
  <p id="text">Some words to select</p>
</main>
<script>
  const roots = (window.roots = {});
  const $ = (id) => document.getElementById(id);
  for (const mode of ["open", "closed"]) customElements.define("x-" + mode, class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode });
      roots[mode] = root;
      root.innerHTML = "<label>In <input class='in'></label><label class='box'><input type='checkbox'> Box</label>" +
        "<select><option>A</option><option>B</option></select><form><input class='sent'><button>Go</button></form>";
      root.querySelector("form").onsubmit = (event) => event.preventDefault();
    }
  });
  $("quick").onsubmit = (event) => event.preventDefault();
  // A mask: forbids the key and writes by itself.
  $("mask").onkeydown = (event) => { if (/^\\d$/.test(event.key)) { event.preventDefault(); $("mask").value += event.key; } };
  // A component that is made anew after each key.
  $("remade").addEventListener("input", (event) => {
    const fresh = event.target.cloneNode(); fresh.value = event.target.value;
    event.target.replaceWith(fresh); fresh.focus();
    fresh.setSelectionRange(fresh.value.length, fresh.value.length);
  });
  // An editor that forbids the browser to write.
  $("own").addEventListener("beforeinput", (event) => { event.preventDefault(); $("own").textContent += event.data ?? ""; });
  if (window.EditContext) {
    const context = ($("context").editContext = new EditContext());
    context.addEventListener("textupdate", () => { $("context").textContent = context.text; });
  }
  const inner = $("designed").contentDocument;
  inner.designMode = "on";
  const options = ["one", "two", "three"];
  $("tree").onkeydown = (event) => {
    const now = options.indexOf($("tree").getAttribute("aria-activedescendant"));
    const next = { ArrowDown: now + 1, ArrowUp: now - 1 }[event.key];
    if (options[next]) { event.preventDefault(); $("tree").setAttribute("aria-activedescendant", options[next]); }
  };
  $("menu").onkeydown = (event) => { if (event.key === "ArrowDown") $("b").focus(); };
  $("copier").onclick = () => { getSelection().selectAllChildren($("text")); document.execCommand("copy"); getSelection().empty(); };
  $("sender").onclick = () => setTimeout(() => { $("quick").requestSubmit(); $("sender").dataset.sent = ""; }, 1500);
  $("ticker").onclick = () => $("agree").click();
</script></body></html>`;

export const formDeskPage: Record<string, string> = { "/desk": body };
