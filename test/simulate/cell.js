import { parentPort } from "node:worker_threads";
import { stream } from "../../dist/random/stream.js";
import { cases } from "./cases.js";
import { sources } from "./sources.js";

/** Simulates one case on one source and size; every case sees the same values. */
parentPort.on("message", ({ caseIndex, sourceIndex, n }) => {
  const { rounds, hit } = cases[caseIndex];
  const source = sources[sourceIndex];
  let hits = 0;
  let given = 0;
  for (let round = 0; round < rounds; round++) {
    const rng = stream(round, "simulate", source.name, String(n));
    const answer = hit({ source, rng, draw: () => source.draw(rng, n), seed: round });
    if (answer !== null) given++;
    if (answer === true) hits++;
  }
  parentPort.postMessage({ hits, given, rounds });
});
