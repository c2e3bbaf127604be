// The page's only style: the tokens of the product's style sheet that this page needs, light and dark.
export const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f4f6f2, #101615);
  --surface: light-dark(#ffffff, #18201f);
  --ink: light-dark(#15211e, #e8eeea);
  --ink-2: light-dark(#4b5955, #a9b7b1);
  --line: light-dark(#d8ded7, #2b3634);
  --here: light-dark(#1f5f4d, #82ccb3);
  --leaves: light-dark(#2c529b, #a2bdf3);
  --never: light-dark(#5d6966, #98a5a0);
  --focus: light-dark(#1746c7, #b9ccff);
  --voice: Palatino, "Palatino Linotype", "URW Palladio L", P052, "Book Antiqua", serif;
  --code: ui-monospace, "Cascadia Mono", Menlo, "Noto Sans Mono", "Liberation Mono", monospace;
}
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 .9375rem/1.5 -apple-system, "Segoe UI Variable Text",
  "Segoe UI", Cantarell, "Noto Sans", "Liberation Sans", system-ui, sans-serif; overflow-wrap: break-word; }
h1, h2, h3, p, ol, dl, dd { margin: 0; padding: 0; }
h1, h2 { font-family: var(--voice); font-weight: 400; letter-spacing: -.011em; line-height: 1.18; }
h1 { font-size: clamp(2rem, 5vw, 2.75rem); }
h2 { font-size: 1.375rem; }
h3 { font-size: .9375rem; font-weight: 600; }
.site { border-bottom: 1px solid var(--line); }
.site p, main { max-width: 74rem; margin: 0 auto; padding: 1rem 1.5rem; }
main { display: grid; gap: 2rem; padding-bottom: 4rem; }
.hero { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 1.5rem; align-items: center; padding-top: 1rem; }
.tile { width: 6rem; height: 6rem; border-radius: 1.5rem; background: var(--surface); border: 1px solid var(--line);
  display: grid; place-items: center; }
.mark { width: 3.5rem; height: 3.5rem; color: var(--here); fill: none; stroke: currentColor; stroke-width: 1.6; }
.lead { font-size: 1.125rem; color: var(--ink-2); max-width: 48em; text-wrap: pretty; }
.quiet, dt, th { color: var(--ink-2); }
small, .small, dt, th { font-size: .8125rem; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: .875rem; padding: 1.25rem 1.5rem; display: grid;
  gap: 1rem; align-content: start; min-width: 0; }
.cols { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); }
.get { display: inline-flex; align-items: center; min-height: 2.75rem; padding: .35rem 1.25rem; border-radius: .5rem; justify-self: start;
  background: var(--ink); color: var(--paper); text-decoration: none; font: inherit; font-weight: 500; border: 0; }
button.get { margin-block-start: 1rem; cursor: pointer; }
button.get:disabled { opacity: .6; cursor: default; }
.get.plain { background: none; color: var(--ink); border: 1px solid var(--ink-2); }
.get:hover { background: var(--ink-2); color: var(--paper); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
dl { display: grid; gap: .75rem; }
dd, td { font-variant-numeric: tabular-nums; }
code { font: 400 .92em/1.5 var(--code); overflow-wrap: anywhere; }
ol { padding-inline-start: 1.25rem; display: grid; gap: .35rem; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: start; vertical-align: top; padding: .5rem .75rem .5rem 0; border-top: 1px solid var(--line); }
th { font-weight: 400; border-top: 0; }
td:first-child { font-weight: 600; white-space: nowrap; }
.lane { border-inline-start: 3px solid var(--never); padding-inline-start: 1rem; }
.lane h3 { color: var(--never); }
.lane.here, .lane.here h3 { border-color: var(--here); color: var(--here); }
.lane.leaves, .lane.leaves h3 { border-color: var(--leaves); color: var(--leaves); }
.lane p { color: var(--ink); }
.lane.leaves { border-inline-start-style: dashed; }
`;
