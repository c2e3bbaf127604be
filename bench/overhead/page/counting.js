// The page's own listeners, as any tool has: with them every input is dispatched, in every subject. They count the
// trusted input events of the document, and nothing is done at their hearing but that.
const inputs = [
  ...["pointermove", "pointerdown", "pointerup", "click", "wheel", "scroll"],
  ...["keydown", "keyup", "input", "change"],
];
globalThis.inputEvents = 0;
for (const type of inputs)
  document.addEventListener(
    type,
    ({ isTrusted }) => {
      if (isTrusted) globalThis.inputEvents++;
    },
    { capture: true, passive: true },
  );
globalThis.paints = [];
if (PerformanceObserver.supportedEntryTypes.includes("event"))
  new PerformanceObserver((list) => {
    for (const { interactionId, duration, name } of list.getEntries())
      if (interactionId) globalThis.paints.push({ interactionId, duration, name });
  }).observe({ type: "event", durationThreshold: 16 });
