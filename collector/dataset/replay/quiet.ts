/**
 * Resolves in the page when for this many milliseconds nothing of its DOM changed and nothing scrolled or moved, or
 * after twenty times as many.
 */
export async function quiet(span: number): Promise<void> {
  await new Promise<void>((done) => {
    // What goes on for ever, such as a wheel that turns while something loads, is not waited for.
    const moves = () =>
      document.getAnimations().some(({ playState, effect }) => {
        const ends = effect?.getComputedTiming().endTime;
        return playState === "running" && Number.isFinite(ends);
      });
    let timer = setTimeout(look, span);
    const over = setTimeout(finish, span * 20);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(look, span);
    };
    function look(): void {
      if (moves()) again();
      else finish();
    }
    const observer = new MutationObserver(again);
    const scrolls = { capture: true, passive: true };
    function finish(): void {
      clearTimeout(timer);
      clearTimeout(over);
      observer.disconnect();
      removeEventListener("scroll", again, scrolls);
      done();
    }
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    addEventListener("scroll", again, scrolls);
  });
}
