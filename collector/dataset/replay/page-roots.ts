// Every root of a document in which elements are looked for: itself, and its shadow roots, closed ones too.
const closed = new WeakMap<Element, ShadowRoot>();

/** Keeps the closed roots that are made from now on; Playwright's own locators see only open ones. */
export function installRoots(): void {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    closed.set(this, root);
    return root;
  };
}

export const rootIn = (element: Element): ShadowRoot | null =>
  element.shadowRoot ?? closed.get(element) ?? null;

/** The document and all shadow roots in it, outer ones first. */
export function rootsIn(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const inner = Array.from(root.querySelectorAll("*"), rootIn).filter((one) => one !== null);
  return [root, ...inner.flatMap(rootsIn)];
}

/** The element around, out of a shadow root. */
export function outer(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
