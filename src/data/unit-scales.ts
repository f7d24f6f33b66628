/** One unit of a family, with how many base units it holds. */
export interface ScaledUnit {
  readonly unit: string;
  readonly size: number;
}

/**
 * Families of units that differ only by a power of ten (or of 1024), smallest first. Bytes take the decimal
 * prefixes of SI (kB = 1,000 B); KiB, MiB and GiB stay among themselves. Units outside these are never rescaled.
 */
const families: readonly (readonly ScaledUnit[])[] = [
  decimal(["ps", "ns", "µs", "ms", "s"]),
  decimal(["B", "kB", "MB", "GB", "TB"]),
  decimal(["B/s", "kB/s", "MB/s", "GB/s", "TB/s"]),
  decimal(["1/s", "k/s", "M/s", "G/s"]),
  decimal(["Hz", "kHz", "MHz", "GHz"]),
  ["KiB", "MiB", "GiB", "TiB"].map((unit, power) => ({ unit, size: 1024 ** power })),
];

/** Other spellings of the same unit: ASCII, the Greek mu, UCUM's byte. */
const spellings: Readonly<Record<string, string>> = { us: "µs", μs: "µs", By: "B" };

/** The units that `unit` can be shown in, smallest first; only itself when it belongs to no family. */
export function unitFamily(unit: string): readonly ScaledUnit[] {
  const spelt = canonicalUnit(unit);
  return (
    families.find((family) => family.some((scaled) => scaled.unit === spelt)) ?? [{ unit: spelt, size: 1 }]
  );
}

/** The spelling that is shown: "us" becomes "µs". */
export function canonicalUnit(unit: string): string {
  return spellings[unit] ?? unit;
}

function decimal(units: readonly string[]): readonly ScaledUnit[] {
  return units.map((unit, power) => ({ unit, size: 1000 ** power }));
}
