import fc from "fast-check";
import { createSample, type Sample } from "../../src/core/sample.js";
import { reservedColumns, sampleKey } from "../../src/data/sample-columns.js";

const label = fc
  .oneof(fc.constantFrom("cpu", "commit", "10", "toString"), fc.string({ minLength: 1 }))
  .filter((name) => !reservedColumns.includes(name) && name !== "__proto__");

const value = fc.double({ noNaN: true, noDefaultInfinity: true });

const sample: fc.Arbitrary<Sample> = fc
  .record({
    benchmark: fc.string({ minLength: 1 }),
    metric: fc.constantFrom("time", "throughput"),
    unit: fc.constantFrom("ns", "1/s"),
    better: fc.constantFrom("lower" as const, "higher" as const),
    runs: fc.array(fc.array(value, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
    labels: fc.dictionary(label, fc.string(), { maxKeys: 3 }),
  })
  .map(createSample);

/** Samples of any names, labels and shapes that can be told apart. */
export const arbitrarySamples: fc.Arbitrary<Sample[]> = fc.uniqueArray(sample, {
  minLength: 1,
  maxLength: 4,
  selector: sampleKey,
});
