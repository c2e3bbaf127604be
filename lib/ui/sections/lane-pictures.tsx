// Pictures of the three lanes. Only presentation attributes: the pages allow no inline style.
import { t } from "../../platform/words.ts";

const rows = (at: readonly (readonly [number, number, number])[], height: number) =>
  at.map(([x, y, width]) => (
    <rect
      key={`${x} ${y}`}
      x={x}
      y={y}
      width={width}
      height={height}
      rx="2"
      fill="url(#hatch)"
      stroke="none"
    />
  ));

export const NeverPicture = () => (
  <figure>
    <svg
      viewBox="0 0 300 88"
      preserveAspectRatio="xMinYMid meet"
      role="img"
      aria-label={t("lane.neverPicture")}
    >
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0v6" stroke="currentColor" stroke-width="2.2" opacity=".55" />
        </pattern>
      </defs>
      <rect class="plain" x="8" y="8" width="150" height="30" rx="5" />
      {rows([[18, 17, 104]], 12)}
      <path d="M130 14v18" />
      <rect class="plain" x="8" y="50" width="150" height="30" rx="5" />
      <path d="M22 65h.1M34 65h.1M46 65h.1M58 65h.1M70 65h.1" stroke-width="6" />
      <path d="M136 62v-3a5 5 0 0 1 10 0v3" />
      <rect x="133" y="62" width="16" height="11" rx="2" />
      <rect class="plain" x="182" y="8" width="110" height="72" rx="6" />
      <path d="M182 22h110" />
      {rows(
        [
          [194, 32, 60],
          [194, 46, 86],
          [194, 60, 44],
        ],
        8,
      )}
    </svg>
  </figure>
);

// When the keys of a burst fall, in picture units.
const ticks = [
  28, 34, 45, 50, 64, 70, 75, 91, 96, 108, 114, 119, 136, 142, 154, 159, 166, 186, 192, 198, 214, 219, 232,
  239, 262, 268,
];

export const HerePicture = () => (
  <figure>
    <svg
      viewBox="0 0 300 88"
      preserveAspectRatio="xMinYMid meet"
      role="img"
      aria-label={t("lane.herePicture")}
    >
      <rect class="soft" x="4" y="4" width="292" height="80" rx="7" />
      <path d="M4 18h292" />
      <path d="M13 11h.1M21 11h.1" stroke-width="4" />
      <path d="M28 42H272" />
      {[28, 104, 168].map((cx) => (
        <circle key={cx} cx={cx} cy="42" r="5" fill="currentColor" stroke="none" />
      ))}
      <circle class="soft" cx="272" cy="42" r="5" />
      <path d={ticks.map((x) => `M${x} 66v10`).join("")} stroke-width="2.4" />
    </svg>
  </figure>
);

export const LeavesPicture = () => (
  <figure>
    <svg
      viewBox="0 0 300 88"
      preserveAspectRatio="xMinYMid meet"
      role="img"
      aria-label={t("lane.leavesPicture")}
    >
      <path d="M44 44h14M108 44h14" stroke-dasharray="1 5" />
      <rect class="soft" x="4" y="32" width="40" height="24" rx="6" />
      <path d="M14 44h20" stroke-width="3" />
      <rect class="soft" x="58" y="32" width="50" height="24" rx="3" />
      <path d="M66 44h26M66 40v8M92 40v8" />
      <rect class="soft" x="122" y="27" width="32" height="34" rx="4" />
      <path d="M122 35h32M129 44h18M129 51h11" />
      <path d="M164 44h24M180 36l8 8-8 8" />
      <rect class="soft" x="204" y="16" width="88" height="56" rx="5" />
      <path d="M204 34h88M204 53h88M216 25h.1M216 44h.1M216 63h.1" />
    </svg>
  </figure>
);
