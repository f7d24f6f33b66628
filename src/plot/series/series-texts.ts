import type { Warning } from "../../core/warning.js";
import type { DisplayUnit } from "../../data/display-unit.js";
import type { KeyEntry, Panel } from "../figure-model.js";
import type { PlotSample } from "../plot-samples.js";
import { confidenceText, countText, quantityText } from "../quantity-text.js";
import { pooledValues, severalText, sizeText, subjectText } from "../sample-texts.js";
import { rangeOf } from "../value-range.js";
import { type ChangePlace, changeInWords, changeLabel, outlierIndices } from "./change-marks.js";
import type { SeriesFindings } from "./series-findings.js";
import { mostNamedRuns, type SeriesPanelStyle } from "./series-panel.js";

/** What the texts of a figure are about. */
export interface SeriesContent {
  readonly samples: readonly PlotSample[];
  /** Of each panel. */
  readonly units: readonly DisplayUnit[];
  readonly panels: readonly Panel[];
  readonly findings: SeriesFindings;
  readonly style: SeriesPanelStyle;
  readonly boundaries: readonly { readonly at: number; readonly label: string }[];
  readonly ranges: readonly { readonly from: number; readonly to: number; readonly label: string }[];
}

/** The words of a figure. */
export interface SeriesTexts {
  readonly title: string;
  readonly subtitle: string;
  readonly caption: string;
  readonly alt: string;
  readonly key: readonly KeyEntry[];
  readonly warnings: readonly Warning[];
}

/** The words that the caller did not give. */
export function seriesTexts(
  content: SeriesContent,
  given: { readonly title?: string; readonly subtitle?: string; readonly caption?: string },
): SeriesTexts {
  const thinned = thinnedText(content);
  const title = given.title ?? finding(content);
  const subtitle = given.subtitle ?? (content.style.scale === "log" ? "The axis is logarithmic." : "");
  const caption = given.caption ?? [sizeText(content.samples), ...legend(content), thinned].join(" ").trim();
  return {
    title,
    subtitle,
    caption,
    alt: [`${title}.`, subtitle, sizeText(content.samples), ...inWords(content), thinned]
      .filter((text) => text !== "")
      .join(" "),
    key: keyOf(content),
    warnings: thinned === "" ? [] : [{ code: "thinned-points", message: thinned }],
  };
}

function keyOf({ samples, panels, findings, style }: SeriesContent): readonly KeyEntry[] {
  const runs = Math.max(...samples.map((sample) => sample.runs.length));
  const { confidence, located, outlying } = about(findings);
  const changes = findings.changes.flat();
  return [
    ...(runs === 1 || runs > mostNamedRuns
      ? []
      : Array.from({ length: runs }, (_, run): KeyEntry => {
          const mark = style.mark === "line" ? "line" : "dot";
          const dash = dashOf(panels, run);
          return { mark, color: run, text: `run ${run + 1}`, ...(dash === undefined ? {} : { dash }) };
        })),
    // Those of several runs have the colours of their runs.
    ...(style.window === null || runs > 1
      ? []
      : [{ mark: "line" as const, color: 1, text: `median of ${countText(style.window)} values` }]),
    ...(changes.length === 0 ? [] : [entry("line", `${style.level} of a segment`)]),
    ...(panels.some(({ marks }) => marks.some((mark) => mark.kind === "level" && mark.name === "steady mean"))
      ? [entry("line", "steady mean")]
      : []),
    ...(changes.some(({ result }) => result.changePoints.length > 0) ? [entry("rule", "change")] : []),
    ...(located ? [entry("band", `where it lies, with ${confidenceText(confidence)} confidence`)] : []),
    ...(outlying ? [entry("ring", "outlier")] : []),
  ];
}

function dashOf(panels: readonly Panel[], run: number): readonly number[] | undefined {
  const marks = panels.flatMap((panel) => panel.marks);
  const line = marks.find((mark) => mark.kind === "line" && mark.color === run && mark.dash !== undefined);
  return line?.kind === "line" ? line.dash : undefined;
}

function entry(mark: KeyEntry["mark"], text: string): KeyEntry {
  return { mark, color: null, text };
}

function about({ changes }: SeriesFindings): {
  readonly confidence: number;
  readonly located: boolean;
  readonly outlying: boolean;
} {
  const results = changes.flat().map(({ result }) => result);
  return {
    confidence: results[0]?.confidence ?? 0.95,
    located: results.some(({ changePoints }) =>
      changePoints.some(({ indexInterval }) => indexInterval !== null),
    ),
    outlying: results.some((result) => outlierIndices(result).length > 0),
  };
}

function finding(content: SeriesContent): string {
  const { samples, findings, style } = content;
  const subject = subjectText(samples);
  const results = findings.changes.flat();
  if (results.length === 0) return steadyFinding(content, subject);
  const [first] = results;
  const changes = results.flatMap(({ result }) => result.changePoints);
  if (changes.length === 0) return `${subject}: no change found`;
  if (results.length > 1) {
    const changing = results.filter(({ result }) => result.changePoints.length > 0).length;
    const parts = results.length === samples.length ? "samples" : "runs";
    return `${subject}: ${severalText([changes.length], "change")} in ${changing} of ${results.length} ${parts}`;
  }
  const place = placeOf(
    content,
    findings.changes.findIndex((each) => each.length > 0),
    first!.offset,
  );
  if (changes.length > 2) return `${subject}: ${changes.length} changes`;
  const parts = changes.map(
    (change) => `${changeLabel(change, place)} at ${style.places.text(change.index + place.offset)}`,
  );
  return `${subject}: ${parts.join(", ")}`;
}

/** "Latency of petclinic: steady from iteration 199 to 210", of several runs. */
function steadyFinding({ findings, style }: SeriesContent, subject: string): string {
  const all = findings.steady.flat();
  const starts = all.flatMap(({ result }) => (result.start === null ? [] : [result.start]));
  if (all.length === 0) return `${subject} by ${style.places.label}`;
  if (starts.length === 0) return `${subject}: no steady state found`;
  const [first, last] = [Math.min(...starts), Math.max(...starts)].map((start) => style.places.text(start));
  const part = starts.length === all.length ? "" : ` in ${starts.length} of ${all.length}`;
  return `${subject}: steady from ${first === last ? first : `${first} to ${last}`}${part}`;
}

function placeOf({ units, style }: SeriesContent, index: number, offset: number): ChangePlace {
  const { factor, label } = units[index]!;
  return { places: style.places, offset, factor, unit: label, level: style.level, color: null };
}

/** "before: from 95.32 ms to 104.2 ms." */
function rangeInWords(sample: PlotSample, { factor, label }: DisplayUnit): string {
  const [low, high] = rangeOf(pooledValues(sample)).map((end) => quantityText(end * factor, label, 0));
  const range = low === high ? `always ${low}` : `from ${low} to ${high}`;
  return `${sample.name === "" ? "Values" : `${sample.name}:`} ${range}.`;
}

function legend({ samples, findings, style }: SeriesContent): readonly string[] {
  const { confidence, located, outlying } = about(findings);
  const methods = [...new Set(findings.changes.flat().map(({ result }) => result.method))];
  const steady = [
    ...new Set(
      findings.steady.flat().flatMap(({ result }) => (result.method === undefined ? [] : [result.method])),
    ),
  ];
  const runs = Math.max(...samples.map((sample) => sample.runs.length));
  const all = findings.steady.flat();
  const unsteady = all.filter(({ result }) => result.start === null).length;
  const latest =
    !style.joined &&
    findings.steady.some((own) => own.filter(({ result }) => (result.start ?? 0) > 0).length > 1);
  return [
    ...(runs > 1 && style.joined ? ["Runs stand end to end."] : []),
    ...(runs > mostNamedRuns ? ["Colours tell neighbouring runs apart."] : []),
    ...(methods.length === 0
      ? []
      : [
          `Changes by ${methods.join(", ")}; horizontal lines are the ${style.level}s of the segments between them.`,
        ]),
    ...(located ? [`Shaded: where a change lies, with ${confidenceText(confidence)} confidence.`] : []),
    ...(outlying ? ["Circles: outliers."] : []),
    ...(steady.length === 0 ? [] : [`End of the warm-up by ${steady.join(", ")}.`]),
    ...(latest ? ["Shaded until the last run is steady."] : []),
    ...(unsteady === 0
      ? []
      : [`No steady state found in ${countText(unsteady)} of ${countText(all.length)}.`]),
    ...(style.window === null ? [] : [`Line: median of ${countText(style.window)} values around each.`]),
  ];
}

function thinnedText({ samples, panels, style }: SeriesContent): string {
  const drawn = panels
    .flatMap(({ marks }) => marks)
    .reduce(
      (total, mark) =>
        total +
        ((mark.kind === "dots" || mark.kind === "line") && mark.run !== undefined ? mark.x.length : 0),
      0,
    );
  const all = samples.flatMap(({ runs }) => runs).reduce((total, { length }) => total + length, 0);
  if (drawn === all) return "";
  return (
    `Of ${countText(all)} values ${countText(drawn)} are drawn: ` +
    `in each of ${countText(style.thinning.columns)} columns the lowest, the highest and ${countText(style.thinning.each - 2)} evenly in time.`
  );
}

/** More would be no help. */
const mostInWords = 12;

function inWords(content: SeriesContent): readonly string[] {
  const { samples, units, findings, style, boundaries, ranges } = content;
  const { places } = style;
  return [
    ...samples.slice(0, mostInWords).map((sample, i) => rangeInWords(sample, units[i]!)),
    ...findings.changes.flatMap((results, index) =>
      results.map(({ result, offset, run }) => {
        const of = [samples[index]!.name, run === null ? "" : `run ${run + 1}`].filter((name) => name !== "");
        const heading = of.length === 0 || (samples.length === 1 && run === null) ? "" : `${of.join(", ")}: `;
        const changes = result.changePoints.map((change) =>
          changeInWords(change, result.confidence, placeOf(content, index, offset)),
        );
        const left = changes.length - mostInWords;
        const shown = [...changes.slice(0, mostInWords), ...(left > 0 ? [`and ${left} more`] : [])];
        return `${heading}${shown.length === 0 ? "no change" : shown.join("; ")}.`;
      }),
    ),
    ...findings.steady.flatMap((results) =>
      results.map(({ result: { start }, offset }) =>
        start === null ? "It does not become steady." : `Steady from ${places.text(start + offset)}.`,
      ),
    ),
    ...boundaries.map(({ at, label }) => `Boundary at ${at}: ${label}.`),
    ...ranges.map(({ from, to, label }) => `From ${from} to ${to}: ${label}.`),
  ];
}
