/**
 * Runs in every frame before the page's own scripts, so it stands by itself: no form is sent, however it is asked,
 * and no request is made whose method says that it changes something.
 */
export function holdBack(): void {
  addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
  HTMLFormElement.prototype.submit = () => {};
  HTMLFormElement.prototype.requestSubmit = () => {};

  const changes = /^(put|patch|delete)$/i;
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const method = init?.method ?? (input instanceof Request ? input.method : "GET");
    return changes.test(method)
      ? Promise.reject(new TypeError("Held back by the crawler."))
      : fetch(input, init);
  };
  const { open, send } = XMLHttpRequest.prototype;
  const held = new WeakSet<XMLHttpRequest>();
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...args: unknown[]) {
    if (changes.test(String(args[0]))) held.add(this);
    else held.delete(this);
    Reflect.apply(open, this, args);
  } as typeof open;
  XMLHttpRequest.prototype.send = function (body) {
    if (!held.has(this)) return Reflect.apply(send, this, [body]);
    queueMicrotask(() => this.dispatchEvent(new ProgressEvent("error")));
  };
}
