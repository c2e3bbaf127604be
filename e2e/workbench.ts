// A panel with one control for every kind of act, each at a fixed place of the window: a driver that only moves the
// mouse and presses keys can work on it, whatever the page around it does to its own DOM.

/** The window must be at least 1280 by 900. */
const places = {
  press: [20, 20, 90],
  field: [20, 50, 150],
  area: [200, 50, 150],
  rich: [380, 50, 150],
  check: [20, 100, 24],
  radio: [60, 100, 24],
  list: [100, 100, 150],
  day: [270, 100, 150],
  range: [440, 100, 120],
  file: [20, 140, 200],
  lift: [20, 180, 80],
  lay: [140, 180, 120],
  handle: [300, 180, 80],
  slot: [420, 180, 120],
  menu: [20, 220, 80],
  item: [20, 240, 80],
  wish: [140, 220, 120],
  send: [280, 220, 80],
  soft: [400, 220, 80],
  part: [500, 220, 80],
  more: [20, 290, 120],
  picture: [160, 290, 60],
  opens: [240, 290, 80],
  scroller: [340, 290, 120],
  amount: [480, 290, 100],
  both: [590, 290, 24],
  note: [630, 290, 60],
  card: [630, 320, 60],
} as const;
export type Spot = keyof typeof places;

/** The middle of a control of the panel. */
export function at(spot: Spot): [x: number, y: number] {
  const [left, top, width] = places[spot];
  return [left + width / 2, top + 10];
}

const style = (spot: Spot) => {
  const [left, top, width] = places[spot];
  const height = spot === "scroller" ? 60 : 20;
  return `style="position:fixed;left:${left}px;top:${top}px;width:${width}px;height:${height}px;margin:0;padding:0;overflow:${spot === "scroller" ? "auto" : "hidden"};z-index:1000;background:#eee;color:#000"`;
};

/**
 * The panel as HTML. `word` gives a string for each place that takes one, `plain` one of letters only, for what
 * becomes a name or an address.
 */
export function workbench(word: () => string, plain: () => string = word): string {
  const strings = () =>
    `id="${word()}" class="${word()} ${plain()}" title="${word()}" data-testid="${word()}" data-${plain()}="${word()}"`;
  const named = () => `${strings()} name="${word()}" aria-label="${word()}"`;
  return `<fieldset data-bench ${strings()} style="position:static"><legend>${word()}</legend>
  <p><button type="button" ${style("press")} ${strings()} value="${word()}">${word()}</button></p>
  <p><label>${word()}<input ${style("field")} ${strings()} name="${word()}" placeholder="${word()}" list="l"></label></p>
  <datalist id="l"><option value="${word()}" label="${word()}">${word()}</option></datalist>
  <p><textarea ${style("area")} ${named()} placeholder="${word()}">${word()}</textarea></p>
  <div contenteditable="true" ${style("rich")} ${strings()}>${word()}</div>
  <label>${word()}<input type="checkbox" ${style("check")} ${named()} value="${word()}"></label>
  <input type="radio" ${style("radio")} ${named()} value="${word()}">
  <select ${style("list")} ${named()}><optgroup label="${word()}"><option value="${word()}">${word()}</option>
    <option value="${word()}" label="${word()}" title="${word()}">${word()}</option></optgroup></select>
  <input type="date" ${style("day")} ${named()}>
  <input type="range" ${style("range")} ${named()} aria-valuetext="${word()}" max="9" value="1">
  <input type="file" ${style("file")} ${named()} accept=".${plain()},.txt">
  <div draggable="true" ${style("lift")} ${strings()}
    ondragstart="event.dataTransfer.setData('text/plain','${word()}')">${word()}</div>
  <div ${style("lay")} ${strings()} ondragover="event.preventDefault()" ondrop="event.preventDefault()">${word()}</div>
  <style>[role=slider] { user-select: none }</style>
  <div ${style("handle")} ${strings()} role="slider" tabindex="0" aria-valuetext="${word()}">${word()}</div>
  <div ${style("slot")} ${strings()} aria-description="${word()}">${word()}</div>
  <style>[data-opened] { visibility: hidden }
    [data-opener]:hover + [data-opened], [data-opener] + [data-opened]:hover { visibility: visible }
    [data-bench]::before { content: "${plain()}" }</style>
  <div data-opener ${style("menu")} ${strings()} role="menuitem" aria-haspopup="menu">${word()}</div>
  <div data-opened ${style("item")} ${strings()} role="menuitem">${word()}</div>
  <form ${strings()} name="${word()}" aria-label="${word()}" method="dialog">
    <input ${style("wish")} ${named()}><button ${style("send")} ${strings()}>${word()}</button></form>
  <button type="button" ${style("soft")} ${strings()}
    onclick="history.pushState({ held: '${word()}' }, '${word()}', '?${plain()}=' + encodeURIComponent('${word()}'))">${word()}</button>
  <a ${style("part")} ${strings()} href="#${plain()}" rel="${word()}">${word()}</a>
  <details ${strings()}><summary ${style("more")} ${strings()}>${word()}</summary><p>${word()}</p></details>
  <svg ${style("picture")} ${strings()} viewBox="0 0 60 20"><title>${word()}</title><desc>${word()}</desc>
    <rect width="60" height="20" id="${word()}" fill="#888"/><text y="15">${word()}</text></svg>
  <button type="button" aria-expanded="false" ${style("opens")} ${strings()}
    onclick="this.setAttribute('aria-expanded', this.getAttribute('aria-expanded') !== 'true')">${word()}</button>
  <label for="both"><input ${style("amount")}></label><input type="checkbox" id="both" ${style("both")}>
  <div role="button" tabindex="0"><div contenteditable="true" ${style("note")}></div><i ${style("card")}></i></div>
  <div ${style("scroller")} ${strings()} tabindex="0"><p style="height:600px">${word()}</p></div>
</fieldset>`;
}
