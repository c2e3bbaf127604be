// A page of the tool with a canary in every place that takes a string: the workbench, frames of every sort, shadow
// roots, styles, drawings, states and addresses.
import { randomPlainWord, randomWord } from "./canary.ts";
import { workbench } from "./workbench.ts";

export interface PlantedEverywhere {
  canaries: string[];
  /** Path, query and fragment of the planted page. */
  path: string;
  pages: Record<string, string>;
}

/** Where frames and shadow hosts stand: each holds a button at its top and a field below it. */
export const islands: readonly [x: number, y: number][] = Array.from({ length: 7 }, (_, n) => [
  20 + n * 150,
  420,
]);
export const buttonOf = ([x, y]: readonly [number, number]): [number, number] => [x + 30, y + 10];
export const fieldOf = ([x, y]: readonly [number, number]): [number, number] => [x + 30, y + 40];

const escaped = (html: string) => html.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** `published` gives, now and then, a string that the vocabulary holds instead of a canary. */
export function plantEverywhere(published: () => string | undefined = () => undefined): PlantedEverywhere {
  const canaries: string[] = [];
  const keep = (word: string) => {
    canaries.push(word);
    return word;
  };
  const word = () => published() ?? keep(randomWord()).replaceAll("&", "&amp;");
  const plain = () => keep(randomPlainWord());
  const own = () => keep(randomWord());
  const island = () =>
    `<style>button,input{position:absolute;left:0;width:100px;height:20px}</style>
     <button type="button" style="top:0" id="${word()}" title="${word()}" data-testid="${word()}">${word()}</button>
     <input style="top:30px" name="${word()}" placeholder="${word()}" aria-label="${word()}">`;
  const inFrame = () => `<title>${word()}</title><style>body{margin:0}</style>${island()}`;
  const place = (n: number) =>
    `style="position:fixed;left:${islands[n]![0]}px;top:${islands[n]![1]}px;width:120px;height:60px;border:0;z-index:1000"`;
  const frame = (n: number, more: string) =>
    `<iframe ${place(n)} name="${plain()}" title="${word()}" ${more}></iframe>`;
  const [item, linked, elsewhere] = [plain(), plain(), plain()];
  const [query, fragment] = [own(), own()];
  const element = `x-${plain()}`;
  const said = own();

  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${word()}</title>
  <meta name="${word()}" content="${word()}"><style>:root { --${plain()}: "${plain()}" }
  h1::after { content: "${plain()}" } .${plain()} { color: red }</style></head><body class="${word()}">
  <!-- ${word()} --><template><p>${word()}</p></template>
  <main style="padding-top:500px" id="${word()}" aria-label="${word()}"><h1>${word()}</h1>${workbench(word, plain)}
  ${frame(0, `srcdoc="${escaped(inFrame())}"`)}
  ${frame(1, `id="blank"`)}
  ${frame(2, `src="data:text/html;charset=utf-8,${encodeURIComponent(inFrame())}"`)}
  ${frame(3, `id="blob"`)}
  ${frame(4, `sandbox="allow-scripts" srcdoc="${escaped(inFrame())}"`)}
  <${element} ${place(5)} id="open" class="${word()}" part="${word()}"></${element}>
  <${element} ${place(6)} id="closed" slot="${word()}" is="${word()}"></${element}>
  <table summary="${word()}"><caption>${word()}</caption><tr><th abbr="${word()}">${word()}</th><td headers="${word()}">${word()}</td></tr></table>
  <img alt="${word()}" longdesc="${word()}" src="data:,${plain()}" width="20" height="20">
  <button id="alerts" type="button">${word()}</button><output id="alert" role="alert"></output>
  <a id="onward" href="/item/${linked}?q=${word()}#${plain()}" title="${word()}" rel="${word()}">${word()}</a>
  <a id="beside" target="${plain()}" href="/item/${elsewhere}" hreflang="${word()}">${word()}</a>
  </main><script>
    const put = (name, html) => { const page = document.querySelector(name).contentDocument; page.open(); page.write(html); page.close(); };
    put("#blank", ${JSON.stringify(inFrame())});
    document.querySelector("#blob").src = URL.createObjectURL(new Blob([${JSON.stringify(inFrame())}], { type: "text/html;charset=utf-8" }));
    document.querySelector("#open").attachShadow({ mode: "open" }).innerHTML = ${JSON.stringify(island())};
    document.querySelector("#closed").attachShadow({ mode: "closed" }).innerHTML = ${JSON.stringify(island())};
    document.querySelector("#alerts").onclick = () => {
      document.querySelector("#alert").textContent = ${JSON.stringify(said)};
      prompt(${JSON.stringify(own())}, ${JSON.stringify(own())});
    };
    history.replaceState({ held: ${JSON.stringify(own())} }, "");
    window.name = ${JSON.stringify(own())};
    sessionStorage[${JSON.stringify(own())}] = localStorage[${JSON.stringify(own())}] = ${JSON.stringify(own())};
    document.cookie = ${JSON.stringify(`${plain()}=${plain()}`)};
  </script></body></html>`;
  const next = () =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${word()}</title><body><h1 id="arrived">${word()}</h1><button id="last">${word()}</button>`;
  return {
    canaries,
    path: `item/${item}?q=${encodeURIComponent(query)}#${encodeURIComponent(fragment)}`,
    pages: { [`/item/${item}`]: html, [`/item/${linked}`]: next(), [`/item/${elsewhere}`]: next() },
  };
}
