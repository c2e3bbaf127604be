// The store page's style: the tokens and parts of the internal store's, and what this page has besides.
import { style } from "../internal-store/style.ts";

export const pageStyle = `${style}
:root { --stop: light-dark(#96301e, #f0a08c); }
.site p { display: flex; gap: 1.25rem; align-items: baseline; flex-wrap: wrap; }
.store { display: grid; grid-template-columns: minmax(0, 1fr) 17rem; gap: 2rem 3rem; align-items: start; }
.store > .hero, .store > .acts, .store > .stopped { grid-column: 1 / -1; }
.acts { display: flex; gap: .75rem 1rem; align-items: center; flex-wrap: wrap; }
.stack { display: grid; gap: 2rem; min-width: 0; }
.tight { display: grid; gap: .75rem; min-width: 0; align-content: start; }
.three { display: grid; gap: 1.5rem; grid-template-columns: repeat(3, minmax(0, 1fr)); counter-reset: act; margin: 0; padding: 0; list-style: none; }
.three > li { counter-increment: act; border-top: 3px solid var(--here); padding-top: .75rem; }
.three > li h3::before { content: counter(act) ". "; }
.pictures { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
figure { margin: 0; display: grid; gap: .5rem; align-content: start; }
figure img { width: 100%; height: auto; border: 1px solid var(--line); border-radius: .5rem; }
figcaption { font-size: .8125rem; color: var(--ink-2); }
a { color: var(--leaves); text-underline-offset: .2em; }
a.get { color: var(--paper); }
a.get.plain, a.get:hover { color: var(--ink); }
a.get:hover { color: var(--paper); }
.card { grid-template-columns: minmax(0, 1fr); }
.thirds { display: grid; gap: 1.5rem; grid-template-columns: repeat(3, minmax(0, 1fr)); }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.note { border-inline-start: 3px solid var(--ink-2); padding-inline-start: 1rem; color: var(--ink-2); }
.stopped { border: 1px solid var(--stop); border-radius: .875rem; padding: 1rem 1.5rem; color: var(--stop); font-weight: 600; }
details { border-top: 1px solid var(--line); padding-top: .75rem; }
summary { cursor: pointer; font-weight: 600; min-height: 1.75rem; }
details[open] summary { margin-bottom: .5rem; }
ul { margin: 0; padding-inline-start: 1.25rem; display: grid; gap: .35rem; }
.scroll { overflow-x: auto; }
.scroll td { white-space: nowrap; }
@media (max-width: 54rem) { .store, .three, .thirds { grid-template-columns: minmax(0, 1fr); } .tile { width: 4.5rem; height: 4.5rem; }
  .mark { width: 2.75rem; height: 2.75rem; } }
@media (max-width: 34rem) { .hero { grid-template-columns: minmax(0, 1fr); } .folds thead { display: none; } .folds tr, .folds td { display: block; }
  .folds td { border: 0; padding: 0; } .folds tr { border-top: 1px solid var(--line); padding: .5rem 0; } }
`;
