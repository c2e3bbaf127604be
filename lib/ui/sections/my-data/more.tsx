// The end of a list that goes on: more comes when it is scrolled to, or when its button is pressed.
import { useEffect, useRef } from "preact/hooks";

interface MoreProps {
  /** The button. */
  says: string;
  onMore: () => void;
}

export function More({ says, onMore }: MoreProps) {
  const end = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  more.current = onMore;
  // Made anew each time: an observer tells only of a change, and the end may still be in sight after more has come.
  useEffect(() => {
    const sight = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && more.current(),
      { rootMargin: "400px" },
    );
    sight.observe(end.current!);
    return () => sight.disconnect();
  });
  return (
    <div class="row more" ref={end}>
      <button type="button" class="btn" onClick={onMore}>
        {says}
      </button>
    </div>
  );
}
