import { describe, expect, it } from "vitest";
import { compareWithPublished, type Reproduced } from "../../src/compare/compare-with-published.js";
import { InputError } from "../../src/core/input-error.js";
import { loadPublished } from "../../src/data/load-published.js";
import { expectInputError } from "../support/expect-input-error.js";

const smt = loadPublished().filter((figure) => figure.experiment === "smt");

/** The figures as printed, with some replaced. */
function asPrinted(changes: Record<string, Reproduced> = {}): Record<string, Reproduced> {
  const printed = smt.map(({ id, kind, printed }): [string, Reproduced] => [
    id,
    kind === "claim" ? around(Number(printed), 0.01) : Number(printed),
  ]);
  return { ...Object.fromEntries(printed), ...changes };
}

function around(estimate: number, margin: number): Reproduced {
  return { estimate, interval: [estimate - margin, estimate + margin], confidence: 0.95 };
}

function matches(id: string, reproduced: Reproduced): boolean | undefined {
  return compareWithPublished("smt", asPrinted({ [id]: reproduced })).find((row) => row.published.id === id)
    ?.match;
}

describe("compareWithPublished(experiment, reproduced)", () => {
  it("names what is no figure at all", () => {
    const compare = (reproduced: unknown) => () => compareWithPublished("smt", reproduced as never);
    expectInputError(compare(null), "compareWithPublished", "reproduced", /object.*got null/);
    const id = smt[0]!.id;
    for (const [figure, problem] of [
      [null, /finite numbers, got null/],
      ["1", /finite numbers, got "1"/],
      [1n, /finite numbers, got 1n/],
    ] as const) {
      const changes = { [id]: figure as never };
      expectInputError(compare(asPrinted(changes)), "compareWithPublished", `reproduced["${id}"]`, problem);
    }
    const unknown = () => compareWithPublished(5 as never, {});
    expectInputError(unknown, "compareWithPublished", "experiment", /got 5/);
  });

  it("returns one row a published figure, in their order", () => {
    const rows = compareWithPublished("smt", asPrinted());
    expect(rows.map((row) => row.published.id)).toEqual(smt.map((figure) => figure.id));
    expect(rows.every((row) => row.match)).toBe(true);
  });

  it("compares plain numbers in the printed digits", () => {
    expect(matches("smt-off-task-1-mean", 737.3704)).toBe(true);
    expect(matches("smt-off-task-1-mean", 737.3749)).toBe(true);
    expect(matches("smt-off-task-1-mean", 737.3751)).toBe(false);
    expect(matches("smt-off-task-1-cv", 0.0444)).toBe(true);
    expect(matches("smt-off-task-1-cv", 0.04351)).toBe(true);
    expect(matches("smt-off-task-1-cv", 0.0434)).toBe(false);
  });

  it("prints the reproduced figure in as many digits as were published", () => {
    const [first] = compareWithPublished("smt", asPrinted({ "smt-on-task-1-mean": 1537.6401234 }));
    expect(first).toMatchObject({ reproduced: "1537.64", criterion: "digits", interval: null });
  });

  it("asks an interval to hold the printed figure, give or take half a digit", () => {
    expect(
      matches("smt-off-task-1-mean", { estimate: 737, interval: [736, 737.366], confidence: 0.95 }),
    ).toBe(true);
    expect(
      matches("smt-off-task-1-mean", { estimate: 737, interval: [736, 737.364], confidence: 0.95 }),
    ).toBe(false);
  });

  it("takes a claim in a round number as within a tenth, however wide the interval", () => {
    expect(matches("smt-claim-variation", around(91, 0.5))).toBe(true);
    expect(matches("smt-claim-variation", around(109, 0.5))).toBe(true);
    expect(matches("smt-claim-variation", around(89, 50))).toBe(false);
    expect(matches("smt-claim-variation", around(111, 50))).toBe(false);
    expect(matches("smt-claim-speed", around(2.08, 0.005))).toBe(true);
    expect(matches("smt-claim-speed", around(2.3, 1))).toBe(false);
  });

  it("keeps what was drawn for an interval", () => {
    const claim = { ...(around(101, 300) as object), drawn: "starts" } as Reproduced;
    const rows = compareWithPublished("smt", asPrinted({ "smt-claim-variation": claim }));
    expect(rows.map((row) => row.drawn).filter((drawn) => drawn !== "")).toEqual(["starts"]);
  });

  it("refuses a figure that is missing, unknown or not finite, and a claim without an interval", () => {
    const { "smt-on-task-1-mean": _left, ...incomplete } = asPrinted();
    expect(() => compareWithPublished("smt", incomplete)).toThrow("lacks smt-on-task-1-mean");
    expect(() => compareWithPublished("smt", asPrinted({ "smt-on-task-9-mean": 1 }))).toThrow(
      "smt-on-task-9-mean",
    );
    expect(() => compareWithPublished("smt", asPrinted({ "smt-on-task-1-mean": Number.NaN }))).toThrow(
      InputError,
    );
    expect(() => compareWithPublished("smt", asPrinted({ "smt-claim-speed": 2.08 }))).toThrow("interval");
    expect(() => compareWithPublished("gc", {})).toThrow('needs one of smt, dfs, jvm-warmup, got "gc"');
  });
});
