import { parentPort, workerData } from "node:worker_threads";
import { batchAnswerer } from "./answer-batches.js";

// A thread of detectChangePointsInAll; its data are the options of each search.
if (parentPort !== null) parentPort.on("message", batchAnswerer(workerData, parentPort));
