// Parts of forms that a step means without naming them.

/** What sends the form that an element is, or is in: its button; null where it has none. */
export function sender(element: Element): Element | null {
  const form = element.closest("form");
  return form?.querySelector("[type=submit],[type=image],button:not([type])") ?? null;
}

/** The position of the option with one of these texts, else of another one than is chosen. */
export function optionIn(element: Element, texts: readonly string[]): number {
  if (!(element instanceof HTMLSelectElement)) return -1;
  const options = Array.from(element.options);
  const named = options.findIndex(({ text, label }) => texts.includes(text.trim()) || texts.includes(label));
  if (named >= 0 || texts.length > 0) return named;
  const usable = options.findIndex(({ disabled, selected, value }) => !disabled && !selected && value !== "");
  return usable;
}
