import { expect, test } from "@playwright/test";
import { heardNames } from "../scripts/vocabulary/attribute-names.ts";
import { launchBrowser } from "../scripts/vocabulary/crawl.ts";
import { explore } from "../scripts/vocabulary/explore.ts";
import { bundlePageScript } from "../scripts/vocabulary/page-bundle.ts";
import { startSite } from "./site.ts";

/** Icons, and what a script shows when one is hovered; `data` is what the account's person wrote. */
const toolbar = (data: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Icons</title>
<style>button { width: 24px; height: 24px } .tip { position: absolute } #far { position: fixed; bottom: 0; right: 0 }</style>
<body>
  <button id="zoom-in"></button> <button id="undo"></button> <button id="later"></button>
  <button class="layers-icon"></button> <button id="of-person"></button> <button id="silent"></button>
  <button id="said" aria-label="Said"></button> <button id="toast"></button>
  <button data-testid="row-icon"></button> <button data-testid="row-icon"></button>
  <div data-private><button id="secret-icon"></button></div>
  <div class="icon-bar theme-dark"><a href="#a">Alpha</a> <a href="#b">Beta</a></div>
  <div class="card"><a href="#c">Gamma</a> <a href="#d">Delta</a></div>
  <div class="card"><a href="#e">Epsilon</a> <a href="#f">Zeta</a></div>
  <script>
    const shows = (icon, make, wait = 0) => {
      let timer, tip;
      icon.addEventListener("mouseenter", () => {
        timer = setTimeout(() => {
          tip = document.createElement("div");
          tip.className = "tip";
          document.body.append(tip);
          make(tip, icon);
          const { left, bottom } = icon.getBoundingClientRect();
          if (tip.id !== "far") Object.assign(tip.style, { left: left + "px", top: bottom + 8 + "px" });
        }, wait);
      });
      icon.addEventListener("mouseleave", () => { clearTimeout(timer); tip?.remove(); });
    };
    const says = (text) => (tip) => { tip.textContent = text; };
    const at = (css) => document.querySelector(css);
    shows(at("#zoom-in"), (tip) => { tip.innerHTML = 'Zoom in <span class="key">ctrl-+</span>'; }, 700);
    shows(at("#undo"), (tip, icon) => {
      tip.id = "tip-of-undo";
      tip.textContent = "Undo";
      icon.setAttribute("aria-describedby", tip.id);
    });
    shows(at("#later"), (tip) => { tip.setAttribute("role", "tooltip"); tip.textContent = "Not a message"; });
    shows(at(".layers-icon"), says("Layers"));
    shows(at("#of-person"), says(${JSON.stringify(data)}));
    shows(at("#said"), says("Else"));
    shows(at("#toast"), (tip) => { tip.id = "far"; tip.textContent = "Somebody joined"; });
    shows(at("#secret-icon"), says("Secret"));
    document.querySelectorAll("[data-testid]").forEach((icon, at) => shows(icon, says(at ? "Raise" : "Lower")));
  </script>
</body></html>`;

test("icons are called what their tooltips say, where two sets of data say the same", async () => {
  test.setTimeout(120_000);
  const one = await startSite({ "/icons": toolbar("Quantsch freight") });
  const other = await startSite({ "/icons": toolbar("Praskow freight") });
  const browser = await launchBrowser();
  try {
    const script = await bundlePageScript();
    const account = { cookies: [], origins: [] };
    const site = { browser, script, language: "en", account, submit: false };
    const { seen } = await explore({
      place: { site, address: `${one.url}icons` },
      other: { site, address: `${other.url}icons` },
      limits: { depth: 0, pages: 1, seconds: 90 },
    });
    expect([...seen.names.keys()].sort()).toEqual([
      "class=layers-icon: Layers",
      "data-testid=row-icon: Lower",
      "data-testid=row-icon: Raise",
      "id=later: Not a message",
      "id=undo: Undo",
      "id=zoom-in: Zoom in",
      "id=zoom-in: Zoom in ctrl-+",
    ]);
    expect([[...seen.single.keys()], [...seen.repeated]]).toEqual([["class=icon-bar"], ["class=card"]]);
    const messages = [{ en: "Zoom in" }, { en: "Undo" }];
    const called = (least: number) => Object.fromEntries(heardNames({ notes: seen.names, messages, least }));
    expect(called(2)).toEqual({ "id=zoom-in": "Zoom in", "id=undo": "Undo" });
    expect(called(1)).toMatchObject({ "id=later": "Not a message", "class=layers-icon": "Layers" });
    expect(called(1)).not.toHaveProperty("data-testid=row-icon");
  } finally {
    await browser.close();
    await one.close();
    await other.close();
  }
});
