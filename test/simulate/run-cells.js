import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/**
 * Hands one cell after the other to the first worker that is free, on all cores.
 *
 * @param {URL} script - of the workers; each message is a cell, each answer its result
 * @returns the results, in the order of the cells
 */
export async function runCells(script, cells) {
  const results = new Array(cells.length);
  let next = 0;
  let done = 0;
  const work = (worker) =>
    new Promise((resolve, reject) => {
      let current;
      const advance = () => {
        current = next++;
        if (current >= cells.length) resolve(worker.terminate());
        else worker.postMessage(cells[current]);
      };
      worker.on("error", reject);
      worker.on("message", (result) => {
        results[current] = result;
        done++;
        if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${cells.length}`);
        advance();
      });
      advance();
    });
  const workers = Math.max(2, availableParallelism());
  await Promise.all(Array.from({ length: workers }, () => work(new Worker(script))));
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
  return results;
}
