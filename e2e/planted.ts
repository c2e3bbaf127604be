// A page of the tool with a canary in every place where a page keeps strings.
import { randomPlainWord, randomWord } from "./canary.ts";

export interface Planted {
  canaries: string[];
  /** Address of the planted page, with a canary in its path, its query and its fragment. */
  path: string;
  /** What the tool serves, by path. */
  pages: Record<string, string>;
}

export function plant(): Planted {
  const canaries: string[] = [];
  const keep = (word: string) => {
    canaries.push(word);
    return word.replaceAll("&", "&amp;");
  };
  const word = () => keep(randomWord());
  const plain = () => keep(randomPlainWord());
  const item = plain();
  const linked = plain();
  const query = randomWord();
  const fragment = randomWord();
  canaries.push(query, fragment);
  const element = `x-${plain()}`;
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${word()}</title><body class="${word()}">
  <main id="${word()}" aria-label="${word()}">
    <h1>${word()}</h1>
    <button id="${word()}" class="${word()}" title="${word()}" data-testid="${word()}">${word()}</button>
    <button aria-label="${word()}" name="${word()}" value="${word()}"><svg width="20" height="20"><title>${word()}</title>
      <rect width="20" height="20" id="${word()}"/></svg></button>
    <div role="button" tabindex="0" aria-description="${word()}" data-${plain()}="${word()}">${word()}</div>
    <${element} class="${word()}" part="${word()}"><span>${word()}</span></${element}>
    <label>${word()} <input class="planted" id="${word()}" name="${word()}" placeholder="${word()}" value="${word()}"></label>
    <label for="select">${word()}</label><select id="select" name="${word()}"><option value="${word()}">${word()}</option></select>
    <table summary="${word()}"><tr><td headers="${word()}">${word()}</td></tr></table>
    <img alt="${word()}" src="data:," width="20" height="20">
    <iframe name="${word()}" title="${word()}" srcdoc="&lt;button id='${plain()}'&gt;${plain()}&lt;/button&gt;"></iframe>
    <a id="onward" class="${word()}" href="/item/${linked}?q=${word()}" title="${word()}" rel="${word()}">${word()}</a>
  </main></body></html>`;
  const next = `<!doctype html><html lang="en"><title>${word()}</title><body><h1 id="arrived">${word()}</h1><button id="last">${word()}</button>`;
  return {
    canaries,
    path: `item/${item}?q=${encodeURIComponent(query)}#${encodeURIComponent(fragment)}`,
    pages: { [`/item/${item}`]: html, [`/item/${linked}`]: next },
  };
}
