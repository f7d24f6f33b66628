import { Worker } from "node:worker_threads";
import { analyseSeries, type SeriesOutcome } from "./analyse-series.js";
import type { SeriesAnswer, SeriesBatch } from "./answer-batches.js";
import type { SeriesRun } from "./series-run.js";

/** Series that go to a worker at once: enough that it does not wait, few enough that none waits for another at the end. */
const batch = 8;

/** Hands batch after batch to whichever worker is free; outcomes are in the order of the series. */
export async function runWorkers(run: SeriesRun, count: number): Promise<SeriesOutcome[]> {
  const { series, search, done, signal } = run;
  const outcomes: SeriesOutcome[] = new Array(series.length);
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL("./worker.js", import.meta.url), { workerData: search }),
  );
  let next = 0;
  const work = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const advance = (): void => {
        const start = next;
        next = Math.min(series.length, next + batch);
        if (start === next) resolve();
        else if (!isSent(worker, { start, series: series.slice(start, next) })) {
          for (let k = start; k < next; k++) {
            outcomes[k] = analyseSeries(series[k], search);
            done();
          }
          advance();
        }
      };
      worker.on("error", reject);
      worker.on("message", ({ place, outcome, last }: SeriesAnswer) => {
        outcomes[place] = outcome;
        try {
          done();
          if (last) advance();
        } catch (error) {
          // The caller's own, of onProgress: nobody else would catch it here.
          reject(error);
        }
      });
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      advance();
    });
  try {
    await Promise.all(workers.map(work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return outcomes;
}

/** Of what no thread can be given, such as a function in place of values, this thread says what is wrong with it. */
function isSent(worker: Worker, batch: SeriesBatch): boolean {
  try {
    worker.postMessage(batch);
    return true;
  } catch {
    return false;
  }
}
