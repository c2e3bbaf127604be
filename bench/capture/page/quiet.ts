/** Resolves in the page when nothing of its DOM changed for this many milliseconds, or after twenty times as many. */
export async function quiet(span: number): Promise<void> {
  await new Promise<void>((done) => {
    let timer = setTimeout(finish, span);
    const over = setTimeout(finish, span * 20);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(finish, span);
    });
    function finish(): void {
      clearTimeout(timer);
      clearTimeout(over);
      observer.disconnect();
      done();
    }
    observer.observe(document, { subtree: true, childList: true, attributes: true });
  });
}
