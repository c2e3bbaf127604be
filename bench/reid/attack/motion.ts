// A list of places with times is a movement: how fast it went, how it turned, how straight it was.

export type Point = readonly [x: number, y: number, at: number];

/** Three numbers each, the last of which never falls. */
export const isMotion = (value: readonly unknown[]): value is readonly Point[] =>
  value.length >= 3 &&
  value.every(
    (point, n) =>
      Array.isArray(point) &&
      point.length === 3 &&
      point.every((part) => typeof part === "number") &&
      (n === 0 || point[2]! >= (value[n - 1] as Point)[2]),
  );

/** Measures of it by name. */
export function motionOf(points: readonly Point[]): Record<string, number[]> {
  const legs = points.slice(1).map(([x, y, at], n) => {
    const [px, py, before] = points[n]!;
    const [dx, dy, time] = [x - px, y - py, Math.max(at - before, 1)];
    return { dx, dy, time, length: Math.hypot(dx, dy), angle: Math.atan2(dy, dx) };
  });
  const speed = legs.map(({ length, time }) => length / time);
  const gain = speed.slice(1).map((now, n) => (now - speed[n]!) / legs[n + 1]!.time);
  const moving = legs.filter(({ length }) => length > 0);
  const turn = moving.slice(1).map(({ angle }, n) => wrapped(angle - moving[n]!.angle));
  const [first, last] = [points[0]!, points.at(-1)!];
  const way = legs.reduce((sum, { length }) => sum + length, 0);
  const apart = Math.hypot(last[0] - first[0], last[1] - first[1]);
  return {
    time: legs.map(({ time }) => time),
    length: legs.map(({ length }) => length),
    speed,
    gain,
    jerk: gain.slice(1).map((now, n) => now - gain[n]!),
    turn,
    whirl: turn.map((by, n) => by / moving[n + 1]!.time),
    way: [way],
    apart: [apart],
    straight: [apart / Math.max(way, 1)],
    lasts: [last[2] - first[2]],
    heading: [Math.atan2(last[1] - first[1], last[0] - first[0])],
    setsOff: [moving[0]?.angle ?? 0],
    arrives: [moving.at(-1)?.angle ?? 0],
    waits: [legs.at(-1)!.time],
    fastest: [speed.indexOf(Math.max(...speed)) / speed.length],
    endsAt: [last[0], last[1]],
  };
}

const wrapped = (angle: number): number => Math.atan2(Math.sin(angle), Math.cos(angle));
