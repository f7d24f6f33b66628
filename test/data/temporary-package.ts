import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "noisefloor-data-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A package of one dataset, "timings", with overridden properties of its resource. */
export function timingsDescriptor(overrides: Readonly<Record<string, unknown>> = {}): object {
  return {
    profile: "tabular-data-package",
    resources: [
      {
        name: "timings",
        path: "timings.csv",
        noisefloor: {
          kind: "samples",
          benchmark: "parse",
          value: "time",
          run: "fork",
          order: "iteration",
          labels: ["commit"],
        },
        schema: {
          fields: [
            { name: "commit", type: "string", constraints: { required: true, pattern: "[0-9a-f]+" } },
            { name: "fork", type: "integer", constraints: { enum: [1, 2] } },
            { name: "iteration", type: "integer", constraints: { required: true, minimum: 0, maximum: 9 } },
            { name: "time", type: "number", unit: "ms", constraints: { required: true } },
          ],
          primaryKey: ["commit", "fork", "iteration"],
        },
        ...overrides,
      },
    ],
  };
}

export const timings = "commit,fork,iteration,time\nab1,1,0,10.5\nab1,1,1,10.25\nab1,2,0,11\ncd2,1,0,9.75\n";

/** Writes `timings.csv` and `datapackage.json` to a temporary folder; returns both paths. */
export function writePackage(
  csv: string | Uint8Array,
  descriptor: unknown = timingsDescriptor(),
): { readonly descriptor: string; readonly csv: string } {
  const folder = join(temporaryFolder(), "package");
  mkdirSync(folder);
  const paths = { descriptor: join(folder, "datapackage.json"), csv: join(folder, "timings.csv") };
  writeFileSync(paths.csv, csv);
  writeFileSync(paths.descriptor, typeof descriptor === "string" ? descriptor : JSON.stringify(descriptor));
  return paths;
}
