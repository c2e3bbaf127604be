// The mouse's way inside one document, as it must be told with the next press. The function is sent as text.

export interface GroundWay {
  /** Whether the mouse moved in here since the last act, and did not only come to rest where it is. */
  moved(): boolean;
}

declare global {
  var groundWay: GroundWay;
}

/** Runs in the page once a document, before the first move. */
export function installWay(): void {
  if (Object.hasOwn(globalThis, "groundWay")) return;
  /** A mouse that stood still so long has rested, and its way begins anew. In milliseconds. */
  const rest = 300;
  let way: { x: number; y: number; at: number }[] = [];
  const on = (types: string, heard: (event: PointerEvent) => void) => {
    for (const type of types.split(" "))
      window.addEventListener(type, (event) => event.isTrusted && heard(event as PointerEvent), {
        capture: true,
        passive: true,
      });
  };
  on("pointermove", ({ clientX, clientY, timeStamp }) => {
    const last = way.at(-1);
    if (last && timeStamp - last.at > rest) way = [];
    way.push({ x: clientX, y: clientY, at: timeStamp });
  });
  on("pointerdown pointerup keydown wheel", () => {
    way = [];
  });
  const moved = () => way.some(({ x, y }) => x !== way[0]!.x || y !== way[0]!.y);
  Object.defineProperty(globalThis, "groundWay", { value: { moved } satisfies GroundWay });
}
