// What specs and benches put into a page by themselves: descriptions as the recorder makes them, and the resolver.
export { nameOf } from "./name.ts";
export { resolvePath, resolveSelector, rootOfPath, tablesOf } from "./resolve.ts";
export { roleOf } from "./role.ts";
export { beginTarget, finishTarget, targetOf } from "./target.ts";
