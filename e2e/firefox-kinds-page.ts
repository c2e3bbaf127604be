// A small tool with one place for each kind of act, in shadow roots and a srcdoc frame too.

export const firefoxKindsPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Kinds</title>
<style>
  #scroller { width: 200px; height: 60px; overflow: auto; }
  #menu { display: block; width: 80px; }
  #list { display: none; width: 80px; }
  #menu:hover + #list, #list:hover { display: block; }
  #handle, #slot { display: inline-block; padding: 8px; user-select: none; touch-action: none; }
</style>
<main>
  <label>State <select><option>Open</option><option>Done</option></select></label>
  <label><input type="checkbox"> Agree</label>
  <label>Day <input type="date"></label>
  <button id="goal">Goal</button>
  <div id="scroller" role="region" aria-label="Rows" tabindex="0"><div style="height: 600px">Rows</div></div>
  <span id="handle" role="button">Handle</span> <span id="slot" role="button">Slot</span>
  <div><button id="menu">Menu</button><div id="list" role="menu"><div role="menuitem" id="entry">Entry</div></div></div>
  <label>From <input id="from" value="some"></label> <label>To <input id="to"></label>
  <form onsubmit="event.preventDefault()" aria-label="Order"><label>Name <input name="name"></label></form>
  <button id="soft" onclick="history.pushState(null, '', '/soft')">Soft</button>
  <open-box></open-box> <closed-box></closed-box>
  <iframe srcdoc="<button>Inside</button>" style="width: 200px; height: 60px"></iframe>
</main>
<script>
  window.closedRoots = new WeakMap();
  for (const mode of ["open", "closed"])
    customElements.define(mode + "-box", class extends HTMLElement {
      connectedCallback() {
        const root = this.attachShadow({ mode });
        root.innerHTML = "<button>Press</button><label>Text <input></label>";
        if (mode === "closed") closedRoots.set(this, root);
      }
    });
</script></html>`;
