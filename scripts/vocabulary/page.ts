// Runs inside the crawled page. Names and roles are computed by the recorder's own code, so that what the
// crawler publishes is what the recorder will look up.
export { collect } from "./page-collect.ts";
export { controls } from "./page-controls.ts";
export { coverage } from "./page-coverage.ts";
export { settled } from "./page-settled.ts";
export { heard, listen, unnamed } from "./page-tooltips.ts";
export { find } from "./page-walk.ts";
