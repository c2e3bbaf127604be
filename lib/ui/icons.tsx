// The mark, whose stem says the state, and the icons of lanes and sections.
import { type Shape, type Sign, shapes } from "../mark/shapes.ts";

/** One of the mark's shapes; what is filled has no line. */
function Drawn({ shape }: { shape: Shape }) {
  const ink = shape.line ? {} : { fill: "currentColor", stroke: "none" };
  if (shape.is === "dot") return <circle cx={shape.x} cy={shape.y} r={shape.r} {...ink} />;
  const { x, y, width, height, r } = shape;
  return <rect x={x} y={y} width={width} height={height} rx={r} {...ink} />;
}

/** The mark with the sign of a state; the words beside it say the same. */
export const Mark = ({ sign = "mark" }: { sign?: Sign | "mark" }) => (
  <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
    {shapes[sign].map((shape) => (
      <Drawn key={`${shape.x} ${shape.y}`} shape={shape} />
    ))}
  </svg>
);

const paths = {
  never: "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M5.7 18.3 18.3 5.7",
  here: "M5 4h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2M3 9h18M8.5 14.5l2.5 2.5 4.5-4.5",
  leaves: "M3 12h14M12 7l5 5-5 5M21 4v2M21 9v2M21 14v2M21 19v1",
  notice: "M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7",
  tools:
    "M5 4h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2M3 9h18M6.5 6.6v.1M9.5 6.6v.1",
  data: "M6 4v16M11 6h9M11 12h7M11 18h9M6 6h.1M6 12h.1M6 18h.1",
  shipped: "M4 12h13M12.5 7.5 17 12l-4.5 4.5M21 4v16",
  export: "M12 4v11M7.5 10.5 12 15l4.5-4.5M4 20h16",
  about: "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M12 11v5.5M12 7.5v.1",
  erase: "M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13",
  clock: "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M12 7v5l3.5 2",
  close: "m6 6 12 12M18 6 6 18",
} as const;
export type IconName = keyof typeof paths;

export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);
