import type { Values } from "../core/values.js";
import { outliers } from "../stats/outliers.js";

/** Severe outliers of one run that follow each other, all on one side. */
export interface OutlierEpisode {
  /** 1 for the first run. */
  readonly run: number;
  readonly firstIteration: number;
  readonly lastIteration: number;
  /** Places among the values of all runs. */
  readonly indices: readonly number[];
}

/** A text for one episode or a few, in the length unit of the axis. */
export interface OutlierLabel {
  /** Place among the values of the one that is labelled. */
  readonly index: number;
  /** Where it is along the axis. */
  readonly position: number;
  readonly text: string;
}

/**
 * Severe outliers by run, those that follow each other taken together: what happened at one time is one thing. Time O(n log n).
 *
 * @param values - those of all runs, run after run
 */
export function outlierEpisodes(values: Float64Array, runs: readonly Values[]): readonly OutlierEpisode[] {
  if (values.length < 5) return [];
  const { outliers: marked } = outliers(values);
  const starts = runStarts(runs);
  const episodes: { run: number; side: string; indices: number[] }[] = [];
  let run = 0;
  for (const { index, side, severity } of marked) {
    if (severity !== "severe") continue;
    while (run + 1 < runs.length && index >= starts[run + 1]!) run++;
    const last = episodes.at(-1);
    const follows = last?.run === run && last.side === side && last.indices.at(-1) === index - 1;
    if (follows) last.indices.push(index);
    else episodes.push({ run, side, indices: [index] });
  }
  return episodes.map(({ run, indices }) => ({
    run: run + 1,
    firstIteration: indices[0]! - starts[run]!,
    lastIteration: indices.at(-1)! - starts[run]!,
    indices,
  }));
}

/** How {@link outlierLabels} arranges. All lengths share one unit, such as pixels. */
export interface OutlierLabelsOptions {
  /** Place of each value along the axis. */
  readonly positions: Values;
  /** What a label takes of the axis. */
  readonly labelSize: (text: string) => number;
  /** More would be clutter. */
  readonly most: number;
}

/**
 * Labels for the episodes that are farthest from the other values, without overlaps: those near each other share one. What
 * touches the bulk of the values gets none. Time O(n + k²) for k episodes, of which at most 200 are looked at.
 *
 * @param several - whether there are several runs, so that labels have to name them
 */
export function outlierLabels(
  episodes: readonly OutlierEpisode[],
  several: boolean,
  { positions, labelSize, most }: OutlierLabelsOptions,
): readonly OutlierLabel[] {
  if (episodes.length === 0) return [];
  const [low, high] = bulk(positions, episodes);
  const labelOf = (together: readonly OutlierEpisode[]) => {
    const text = textOf(together, several);
    return { episodes: together, text, size: labelSize(text) };
  };
  const beyond = (position: number): number => Math.max(low - position, position - high);
  let groups = episodes
    .map((episode) => ({ ...middleOf(episode, positions), ...labelOf([episode]) }))
    .filter(({ position, size }) => beyond(position) >= size)
    .sort((a, b) => beyond(b.position) - beyond(a.position))
    .slice(0, mostEpisodes)
    .sort((a, b) => a.position - b.position);
  for (;;) {
    // The closest first, so that a name ends up beside its dot.
    const gaps = groups.slice(1).map(({ position, size }, i) => {
      const before = groups[i]!;
      return position - before.position - (before.size + size) / 2;
    });
    const least = gaps.reduce((best, gap, i) => (gap < gaps[best]! ? i : best), 0);
    if (!(gaps[least]! < 0)) break;
    const [left, right] = [groups[least]!, groups[least + 1]!];
    const joined = left.episodes.length >= right.episodes.length ? left : right;
    const { index, position } = joined;
    const both = labelOf([...left.episodes, ...right.episodes]);
    groups = groups.toSpliced(least, 2, { index, position, ...both });
  }
  return groups
    .filter((group) => group.episodes.length <= mostTogether)
    .sort((a, b) => beyond(b.position) - beyond(a.position))
    .slice(0, most)
    .map(({ index, position, text }) => ({ index, position, text }));
}

const mostEpisodes = 200;
/** More than that at one place are no strays but a tail. */
const mostTogether = 8;
/** Of a label. */
const mostNames = 2;

function runStarts(runs: readonly Values[]): readonly number[] {
  let start = 0;
  return runs.map((run) => {
    start += run.length;
    return start - run.length;
  });
}

/** From the least to the largest position of what is no severe outlier. */
function bulk(positions: Values, episodes: readonly OutlierEpisode[]): readonly [low: number, high: number] {
  const isOutlier = new Uint8Array(positions.length);
  for (const { indices } of episodes) for (const index of indices) isOutlier[index] = 1;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < positions.length; i++) {
    if (isOutlier[i] === 1) continue;
    low = Math.min(low, positions[i]!);
    high = Math.max(high, positions[i]!);
  }
  return [low, high];
}

/** The value in the middle of an episode, by size. */
function middleOf(
  { indices }: OutlierEpisode,
  positions: Values,
): { readonly index: number; readonly position: number } {
  const byPosition = indices.toSorted((i, j) => positions[i]! - positions[j]!);
  const index = byPosition[Math.floor(byPosition.length / 2)]!;
  return { index, position: positions[index]! };
}

/** "#14", "#600–683", of run 2 "2#14"; of several, the first ones in time. */
function textOf(episodes: readonly OutlierEpisode[], several: boolean): string {
  const inTime = episodes.toSorted((a, b) => a.run - b.run || a.firstIteration - b.firstIteration);
  const names = inTime.slice(0, mostNames).map(({ run, firstIteration, lastIteration }) => {
    const last = lastIteration > firstIteration ? `–${lastIteration}` : "";
    return `${several ? run : ""}#${firstIteration}${last}`;
  });
  const more = inTime.length - names.length;
  return names.join(", ") + (more > 0 ? ` +${more}` : "");
}
