// Where this frame stands, from the top document down. Reads nothing that another origin could refuse.

const mostFrames = 1000;
const mostDeep = 16;

/** Position among the frames of each parent; empty for the top document. */
export function framePosition(start: Window): number[] {
  const position: number[] = [];
  let frame = start;
  // A frame that was taken out of its page has no parent any more.
  for (let parent: Window | null = frame.parent; parent && parent !== frame; parent = frame.parent) {
    if (position.length === mostDeep) break;
    let nth = 0;
    while (nth < mostFrames && nth < parent.length && parent[nth] !== frame) nth++;
    position.unshift(nth);
    frame = parent;
  }
  return position;
}
