import { InputError } from "../core/input-error.js";
import { isSample, type Sample } from "../core/sample.js";
import { show } from "../core/show.js";

/** @throws {InputError} it is no array, or holds something else than samples */
export function checkSamples(functionName: string, samples: readonly Sample[]): void {
  if (!Array.isArray(samples)) {
    throw new InputError(functionName, "samples", `needs an array of samples, got ${show(samples)}`);
  }
  const stranger = samples.findIndex((sample) => !isSample(sample));
  if (stranger !== -1) {
    throw new InputError(
      functionName,
      `samples[${stranger}]`,
      `needs a sample, such as createSample() makes, got ${show(samples[stranger])}`,
    );
  }
}
