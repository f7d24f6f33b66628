import { countText } from "../quantity-text.js";

/** What a result says of how it came about. */
interface MethodAndSize {
  readonly method: string;
  readonly n?: number | readonly [baseline: number, candidate: number];
}

/** What the methods of results are called; others are called as they call themselves. */
const methodNames: Readonly<Record<string, string>> = {
  "welch-t": "Welch's t-test",
  "paired-t": "the paired t-test",
  "hodges-lehmann": "Hodges and Lehmann's shift",
  "geometric-mean-ratio": "Student's t of the geometric mean of ratios",
  "cv-ratio": "the ratio of coefficients of variation",
  "tost-welch": "two one-sided Welch tests",
  percentile: "the percentile bootstrap",
  basic: "the basic bootstrap",
  bca: "the BCa bootstrap",
  studentized: "the studentized bootstrap",
};

/** "Welch's t-test, the BCa bootstrap (30 values each)"; empty where results say nothing of it. */
export function effectMethodsText(results: readonly MethodAndSize[]): string {
  const names = new Set(results.map(({ method }) => methodNames[method] ?? method));
  const sizes = sizesText(results);
  return [[...names].join(", "), sizes === "" ? "" : `(${sizes})`].filter(Boolean).join(" ");
}

/** How many values were compared, where all results say that of two samples. */
function sizesText(results: readonly MethodAndSize[]): string {
  const sizes = results.flatMap(({ n }) => (typeof n === "object" ? n : []));
  if (sizes.length === 0 || sizes.length < 2 * results.length) return "";
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  if (least === most) return `${countText(least)} values each`;
  return results.length === 1
    ? `${sizes.map(countText).join(" and ")} values`
    : `${countText(least)} to ${countText(most)} values each`;
}
