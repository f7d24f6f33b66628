import type { Warning } from "../../core/warning.js";

/** What a window is warned of. Iterations count from the start of the run. */
export interface WindowDoubts {
  readonly n: number;
  readonly first: number;
  readonly inWarmup: number;
  readonly warmup: number;
  readonly longestWarmup: number;
  /** In time, where that is known: how long the warm-up should have been. */
  readonly longestTime: number | null;
  /** Null if it is that of the times that were given. */
  readonly timeUnit: string | null;
  readonly relativeBias: number | null;
}

/** Says that a window begins in the warm-up, or may do so, and how long that should have been. */
export function windowWarnings(doubts: WindowDoubts): Warning[] {
  const { n, first, inWarmup, warmup, longestWarmup, longestTime, timeUnit, relativeBias } = doubts;
  const advice = `Warm up for ${longestWarmup} iterations${inTime(longestTime, timeUnit)}.`;
  if (inWarmup > 0) {
    const off =
      relativeBias === null
        ? ""
        : `; the mean of the window is ${Number(Math.abs(100 * relativeBias).toPrecision(2))} % ${relativeBias < 0 ? "below" : "above"} the steady mean`;
    const part = inWarmup === n ? "All" : `${inWarmup} of`;
    return [
      {
        code: "window-in-warmup",
        message: `${part} ${n} iterations of the window are in the warm-up, which takes ${warmup}${off}. ${advice}`,
      },
    ];
  }
  return [
    {
      code: "window-near-warmup",
      message: `The window begins at iteration ${first}, and the warm-up may take up to ${longestWarmup}. ${advice}`,
    },
  ];
}

function inTime(time: number | null, unit: string | null): string {
  if (time === null) return "";
  const amount = Number(time.toPrecision(4));
  return unit === null ? `, ${amount} by the times given` : `, ${amount} ${unit}`;
}
