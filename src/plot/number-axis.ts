import { linearTicks, logTicks } from "./axis-ticks.js";
import type { AxisPiece, NumberAxis, Tick } from "./figure-model.js";

/** What {@link numberAxis} draws an axis for. */
export interface NumberAxisDescription {
  readonly label: string;
  readonly unit: string;
  readonly scale: "linear" | "log";
  /** The stretches of data to show, from low to high; one, or several for a broken axis. */
  readonly ranges: readonly (readonly [low: number, high: number])[];
  /** About how many ticks there is room for. */
  readonly ticks: number;
  /** How close ticks may be: 1 where things are counted; default 0, any. */
  readonly smallestStep?: number | undefined;
  /** Room on either side, as a fraction of the range; default 0.04. */
  readonly air?: number;
}

/** How much of an axis each break takes. */
const breakExtent = 0.07;

/** An axis with a little air around its data, and round ticks. */
export function numberAxis(description: NumberAxisDescription): NumberAxis {
  const { label, unit, scale, ranges, ticks, smallestStep, air = 0.04 } = description;
  const share = (1 - breakExtent * (ranges.length - 1)) / ranges.length;
  const pieces = ranges.map((range, index): AxisPiece => {
    const start = index * (share + breakExtent);
    return { domain: withAir(range, scale, air), extent: [start, start + share] };
  });
  const count = Math.max(3, Math.round(ticks / pieces.length));
  const ticksOf = ([low, high]: readonly [number, number]): readonly Tick[] =>
    scale === "log" ? logTicks(low, high, count) : linearTicks(low, high, count, smallestStep);
  return {
    kind: "number",
    label,
    unit,
    scale,
    pieces,
    ticks: pieces.flatMap((piece) => ticksOf(piece.domain)),
    ...(smallestStep === undefined ? {} : { smallestStep }),
  };
}

function withAir(
  [low, high]: readonly [number, number],
  scale: "linear" | "log",
  air: number,
): [number, number] {
  if (scale === "log") {
    const factor = low === high ? 1.1 : (high / low) ** air;
    return [low / factor, high * factor];
  }
  // Equal values get an axis of two per cent of their size, on which they are one clear line.
  const room = low === high ? Math.abs(low) * 0.01 || 1 : (high - low) * air;
  return [low - room, high + room];
}
