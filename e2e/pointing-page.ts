// A page with many ways to point: menus that open by themselves and such as do not, drags, drawings, scrollers.
const menu = (name: string, items: readonly string[]) =>
  items.map((item) => `<a data-n="${name}-${item}" href="#${name}-${item}">${item}</a>`).join("");

const style = `
  body { margin: 0; font: 14px sans-serif; }
  section { position: relative; padding: 6px 20px; min-height: 40px; }
  table { border-collapse: collapse; }
  td { padding: 6px 20px; }
  a { display: block; padding: 4px; }
  .over { position: absolute; background: #eee; z-index: 5; width: 120px; left: 0; top: 100%; }
  .bar { display: flex; gap: 20px; list-style: none; margin: 0; padding: 0; }
  .bar li { position: relative; width: 120px; }
  .css-menu > ul { display: none; list-style: none; margin: 0; padding: 0; }
  .css-menu:hover > ul { display: block; }
  .deep ul { visibility: hidden; list-style: none; margin: 0; padding: 0; }
  .deep ul ul { left: 100%; top: 0; }
  .deep li:hover > ul { visibility: visible; }
  .fade .tools { opacity: 0; }
  .fade tr:hover .tools { opacity: 1; }
  .beside + .over { display: none; }
  .beside:hover + .over, .beside + .over:hover { display: block; }
  .nested { & .over { max-height: 0; overflow: hidden; } &:hover .over { max-height: 200px; } }
  .slow { opacity: 0; transition: opacity .2s; pointer-events: none; }
  .slow.open { opacity: 1; pointer-events: auto; }
  .plain button { opacity: .7; } .plain button:hover { opacity: 1; color: red; }
  [hidden] { display: none !important; }
  .card { width: 90px; height: 30px; background: #cdf; cursor: grab; user-select: none; touch-action: none; }
  .zone { position: absolute; left: 400px; top: 6px; width: 140px; height: 30px; background: #dfd; }
  .scroller { width: 200px; height: 80px; overflow: auto; border: 3px solid #999; }
  .scroller div { height: 900px; }
  .right { position: absolute; left: 700px; top: 6px; }
`;

const hovers = `
  <section><ul class="bar"><li class="css-menu" ><a data-n="css" href="#css">CSS</a><ul class="over">${menu("css", ["one"])}</ul></li>
    <li class="deep"><ul style="visibility:visible" class="bar"><li data-n="deep"><span>Deep</span><ul class="over">
      <li data-n="deep-sub"><a data-n="deep-link" href="#d">Sub</a><ul class="over">${menu("deep", ["leaf"])}</ul></li></ul></li></ul></li>
    <li class="nested"><button type="button" data-n="nested">Nested</button><div class="over">${menu("nested", ["one"])}</div></li>
    <li><button type="button" class="beside" data-n="beside">Beside</button><div class="over">${menu("beside", ["one"])}</div></li>
    <li id="js"><button type="button" data-n="js" aria-haspopup="true">JS</button><div><div class="over" hidden>${menu("js", ["one"])}</div></div></li>
    <li><button type="button" data-n="portal" id="portal">Portal</button></li>
    <li><button type="button" data-n="pop" id="pop">Popover</button><div id="popped" popover style="margin:0">${menu("pop", ["one"])}</div></li>
  </ul></section>
  <section><table class="fade"><tr data-n="row-a"><td>A</td><td>x</td><td><span class="tools"><button type="button" data-n="row-a-edit">Edit</button></span></td></tr>
    <tr data-n="row-b"><td>B</td><td>y</td><td><span class="tools"><button type="button" data-n="row-b-edit">Edit</button></span></td></tr></table></section>
  <section><ul id="made" style="list-style:none;margin:0;padding:0"><li data-n="made-a" style="width:300px">Made A </li><li data-n="made-b" style="width:300px">Made B </li></ul></section>
  <section><span style="position:relative"><span tabindex="0" data-n="tip" id="tip">Tip</span><span class="over" id="tipped" role="tooltip" hidden><button type="button" data-n="tip-more">More</button></span></span></section>
  <section><x-menu></x-menu></section>`;

const others = `
  <section><table><tr data-n="fixed"><td style="position:relative;width:200px">Fixed <button type="button" data-n="fixed-edit" style="position:absolute;right:0;top:2px">Edit</button></td></tr></table></section>
  <section><button type="button" data-n="opens" id="opens">Opens</button><div class="over" id="opened" hidden>${menu("opened", ["one"])}</div></section>
  <section><button type="button" data-n="fades" id="fades">Fades</button><div class="over slow" id="faded">${menu("faded", ["one"])}</div></section>
  <section><button type="button" data-n="late" id="late">Late</button> <button type="button" data-n="late-next">Next to it</button></section>
  <section class="plain"><button type="button" data-n="plain-a">A</button><button type="button" data-n="plain-b">B</button></section>
  <section><div id="loads" style="min-height:60px"></div></section>`;

const acts = `
  <section><div class="card" data-n="card">Card</div><div class="zone" data-n="zone"></div><div class="right" data-n="ghosted" id="ghosted" style="width:90px;height:30px;background:#fcd;user-select:none;cursor:move">Ghost</div></section>
  <section><div draggable="true" data-n="native" style="width:90px"><b>Native</b></div><div class="zone" data-n="native-zone" id="native-zone"></div><div class="right" data-n="no-zone" style="width:90px;height:30px;background:#eee"></div></section>
  <section><p data-n="text" style="margin:0;width:300px">Text that can be selected by the mouse</p><input type="range" data-n="range" class="right"></section>
  <section><svg width="200" height="30"><g data-n="dot" role="img"><title>Dot</title><circle cx="15" cy="15" r="10"/></g><g data-n="stroke"><path d="M40 0h30v30h-30z"/></g><rect data-n="rect" x="90" width="30" height="30"/></svg>
    <canvas data-n="canvas" width="60" height="30" style="background:#eee"></canvas></section>
  <section><x-closed></x-closed><button type="button" data-n="redrawn" id="redrawn">Redrawn</button><span id="gone-place"><button type="button" data-n="gone" id="gone">Gone</button></span><a data-n="menu-link" href="#here">Link</a></section>
  <section><form action="/done" id="form" style="display:flex;gap:10px"><label data-n="label">Name <input data-n="name"></label><input data-n="other" aria-label="Other"><label data-n="check-label"><input type="checkbox" data-n="check"> Check</label>
    <input type="radio" name="r" data-n="radio"><select data-n="select"><option>1</option><option>2</option></select><input type="date" data-n="date"><input type="password" data-n="password" id="pin" style="width:60px">
    <button data-n="send">Send</button></form><button data-n="no-form">No form</button></section>
  <section style="display:flex;gap:20px"><div class="scroller" data-n="scroller" tabindex="0"><div>many</div></div><div class="scroller" data-n="follows" id="follows"><div>lines</div></div>
    <div data-private><div class="scroller" id="private-scroller"><div>private <button type="button" id="private-button">x</button><span draggable="true" id="private-drag">drag</span></div></div></div><x-scroller></x-scroller></section>
  <button type="button" data-n="mark" id="mark" style="position:fixed;right:10px;bottom:10px">Mark</button>`;

const script = `
  const on = (id, types, run) => types.split(" ").forEach((type) => document.querySelector(id).addEventListener(type, run));
  const js = document.querySelector("#js");
  js.onmouseenter = () => { js.querySelector(".over").hidden = false; };
  js.onmouseleave = () => { js.querySelector(".over").hidden = true; };
  const shows = (id, at, make, delay) => { let timer; const anchor = document.querySelector(id);
    anchor.addEventListener(at, () => { clearTimeout(timer); timer = setTimeout(() => { if (document.querySelector(id + "-portal")) return;
      const box = document.createElement("div"); box.id = id.slice(1) + "-portal"; const place = anchor.getBoundingClientRect();
      box.style.cssText = "position:fixed;background:#eee;z-index:9;width:120px;left:" + place.left + "px;top:" + place.bottom + "px"; box.innerHTML = make; document.body.append(box);
      box.onclick = () => box.remove(); }, delay); });
    return () => { clearTimeout(timer); document.querySelector(id + "-portal")?.remove(); }; };
  shows("#portal", "mouseenter", '${menu("portal", ["one"])}', 120);
  shows("#late", "click", '${menu("late", ["one"])}', 300);
  on("#pop", "mouseenter", () => { const { left, bottom } = document.querySelector("#pop").getBoundingClientRect();
    popped.style.left = left + "px"; popped.style.top = bottom + "px"; popped.showPopover(); });
  popped.onclick = () => popped.hidePopover();
  for (const row of document.querySelectorAll("#made li")) {
    row.onmouseenter = () => { const made = document.createElement("button"); made.type = "button"; made.textContent = "Do"; made.dataset.n = row.dataset.n + "-do"; row.append(made); };
    row.onmouseleave = () => row.querySelector("button")?.remove();
  }
  tip.onmouseover = () => { tipped.hidden = false; };
  document.addEventListener("mousemove", (event) => { if (!event.target.closest("#tip, #tipped")) tipped.hidden = true; });
  opens.onclick = () => { opened.hidden = !opened.hidden; };
  opened.onclick = () => { opened.hidden = true; };
  fades.onclick = () => faded.classList.toggle("open");
  faded.onclick = () => faded.classList.remove("open");
  window.load = () => { loads.innerHTML = "";  setTimeout(() => { loads.innerHTML = '<ul style="margin:0"><li data-n="loaded"><button type="button" data-n="loaded-edit">Edit</button></li></ul>'; }, 250); };
  window.toast = () => { const toast = document.createElement("div"); toast.style.cssText = "position:fixed;right:10px;top:10px"; toast.innerHTML = '<button type="button" data-n="undo">Undo</button>'; document.body.append(toast); };
  const follows = (element, picture) => element.addEventListener("pointerdown", (down) => {
    element.setPointerCapture(down.pointerId);
    const moving = picture ? document.body.appendChild(element.cloneNode(true)) : element;
    if (picture) { const { left, top } = element.getBoundingClientRect(); delete moving.dataset.n; moving.style.cssText += ";position:fixed;left:" + left + "px;top:" + top + "px"; }
    const move = ({ clientX, clientY }) => { moving.style.transform = "translate(" + (clientX - down.clientX) + "px," + (clientY - down.clientY) + "px)"; };
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerup", () => { element.removeEventListener("pointermove", move); moving.style.transform = ""; if (picture) moving.remove(); }, { once: true });
  });
  follows(document.querySelector(".card"), false);
  follows(ghosted, true);
  document.querySelector("[data-n=native]").ondragstart = (event) => event.dataTransfer.setData("text/plain", "x");
  on("#native-zone", "dragover drop", (event) => event.preventDefault());
  redrawn.onclick = redraw;
  function redraw(event) { const again = event.currentTarget.cloneNode(true); again.onclick = redraw; event.currentTarget.replaceWith(again); }
  gone.onmousedown = () => gone.remove();
  document.querySelector("[data-n=scroller]").onscroll = (event) => { document.querySelector("#follows").scrollTop = event.target.scrollTop; };
  form.onsubmit = (event) => event.preventDefault();
  window.roots = [];
  const shadow = (name, mode, html) => customElements.define(name, class extends HTMLElement {
    connectedCallback() { const root = this.attachShadow({ mode }); root.innerHTML = html; window.roots.push(root); } });
  shadow("x-closed", "closed", '<button type="button" data-n="closed">Closed</button>');
  shadow("x-scroller", "open", '<style>.scroller{width:150px;height:80px;overflow:auto}.scroller div{height:900px}</style><div class="scroller" data-n="inner"><div>in</div></div>');
  shadow("x-menu", "open", '<style>.m{position:relative;width:90px}.m>div{display:none;position:absolute;left:100%;top:0}.m:hover>div{display:block}</style><div class="m"><button type="button" data-n="shadow">Shadow</button><div><button type="button" data-n="shadow-one">One</button></div></div>');
`;

export const pointingPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pointing</title><style>${style}</style>
<body>${hovers}${others}${acts}<div style="height:3000px"></div><script>${script}</script></body></html>`;
