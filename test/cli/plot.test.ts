import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { plotKinds } from "../../src/cli/plot-kinds.js";
import { run } from "../../src/cli/program.js";
import { createSample } from "../../src/core/sample.js";
import { leaveNoTraces } from "../support/kernel-traces.js";
import { recordedIo } from "../support/recorded-io.js";

const folder = leaveNoTraces();
/** Two commits, two runs each. */
const csv = [
  "commit,run,latency_ms",
  ...["a", "b"].flatMap((commit, shift) =>
    [1, 2].flatMap((run) =>
      [0, 3, 1, 4, 2].map((step) => `${commit},${run},${12 + 2 * shift + run / 4 + step / 10}`),
    ),
  ),
].join("\n");

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder(), name);
  writeFileSync(path, content);
  return path;
}

async function noisefloor(args: readonly string[], overrides: Parameters<typeof recordedIo>[0] = {}) {
  const io = recordedIo(overrides);
  return { code: await run(args, io), ...io.written };
}

describe("noisefloor plot", () => {
  it.each(plotKinds.map(({ name }) => name))("plot %s prints text, and writes every format", async (kind) => {
    const path = file("results.csv", csv);
    const printed = await noisefloor(["plot", kind, path, "--title", "Two commits"]);
    expect(printed.code).toBe(0);
    expect(printed.stdout).toMatch(/^Two commits\n/);
    for (const [ending, start] of Object.entries(beginnings)) {
      const output = join(folder(), `${kind}.${ending}`);
      expect(await noisefloor(["plot", kind, path, "-o", output, "--title", "Two commits"])).toMatchObject({
        code: 0,
        stdout: "",
      });
      expect(readFileSync(output).toString("latin1").slice(0, start.length)).toBe(start);
    }
    expect(readdirSync(folder()).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it.each(plotKinds.map(({ name }) => name))(
    "plot %s --help names its options and every plot's",
    async (kind) => {
      const { code, stdout } = await noisefloor(["plot", kind, "--help"]);
      expect(code).toBe(0);
      for (const flag of ["--label", "--where", "--output", "--theme", "Examples:", "Exit code:"]) {
        expect(stdout).toContain(flag);
      }
    },
  );

  it("plot draws as text what it draws into a file, 80 columns wide", async () => {
    const path = file("results.csv", csv);
    const { stdout } = await noisefloor(["plot", "strip", path]);
    await noisefloor(["plot", "strip", path, "-o", join(folder(), "strip.txt")]);
    expect(readFileSync(join(folder(), "strip.txt"), "utf8")).toBe(stdout);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stdout).toContain("latency (ms)");
    expect(stdout).toContain("in 2 runs each");
  });

  it("plot takes the width and the colours of a terminal", async () => {
    const path = file("results.csv", csv);
    const wide = await noisefloor(["plot", "strip", path], { terminal: { columns: 120, color: true } });
    expect(wide.stdout).toContain("\u001b[");
    const plain = await noisefloor(["plot", "strip", path], { terminal: { columns: 20, color: false } });
    expect(plain.stdout).not.toContain("\u001b[");
    expect(Math.max(...plain.stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(40);
    const asked = await noisefloor(["plot", "strip", path, "--columns", "60"]);
    expect(Math.max(...asked.stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  it("plot reads the standard input", async () => {
    const { code, stdout } = await noisefloor(["plot", "series", "-"], { stdin: "3 1 2\n5 4\n" });
    expect(code).toBe(0);
    expect(stdout).toContain("5 values in 1 run");
  });

  it("plot takes a dataset that comes along, and filters by label", async () => {
    const args = ["plot", "strip", "--dataset", "smt", "--where", "smt=off", "--where", "task=1,2"];
    const { code, stdout } = await noisefloor([...args, "--resamples", "99"]);
    expect(code).toBe(0);
    expect(stdout).toContain("task 1 ");
    expect(stdout).not.toContain("smt on");
  });

  it("plot keeps files apart by their names", async () => {
    const paths = [file("before.txt", "1 2 3"), file("after.txt", "2 3 4")];
    const { stdout } = await noisefloor(["plot", "strip", ...paths, "--unit", "ms"]);
    expect(stdout).toContain("(before)");
    expect(stdout).toContain("(after)");
    expect(stdout).toContain("time (ms)");
  });

  it("plot series finds changes and warm-up, and takes its x axis from a column", async () => {
    const rows = Array.from(
      { length: 60 },
      (_, i) => `${i / 2},c${i},${(i < 30 ? 10 : 14) + ((i * 7) % 5) / 10}`,
    );
    const path = file("history.csv", ["elapsed_s,commit,latency_ms", ...rows].join("\n"));
    const args = ["plot", "series", path, "--value", "latency_ms", "--changes", "--steady"];
    const byCommit = await noisefloor([...args, "--labels", "", "--x", "commit"]);
    expect(byCommit.stdout).toMatch(/at commit c30\n/);
    const byTime = await noisefloor([...args, "--labels", "", "--x", "elapsed_s", "--x-label", "time"]);
    expect(byTime.stdout).toMatch(/time \(s\)/);
    expect(byTime.stdout).toMatch(/at time 1[45](\.\d+)? s/);
    const other = file("other.csv", "commit,latency_ms\nz1,5\nz2,6");
    const uneven = ["plot", "series", path, other, "--value", "latency_ms", "--labels", "", "--x", "commit"];
    expect((await noisefloor(uneven)).stderr).toContain('needs the same "commit" in all runs of all samples');
  });

  it("plot series finds the warm-up of each run, also end to end", async () => {
    const rows = [0, 1].flatMap((run) =>
      Array.from({ length: 200 }, (_, i) => `${run},${100 + (i < 40 + 20 * run ? 50 : 0) + (i % 7) / 10}`),
    );
    const stdin = ["run,latency_ms", ...rows].join("\n");
    const { stdout } = await noisefloor(["plot", "series", "-", "--steady", "--runs", "joined"], { stdin });
    expect(stdout).toMatch(/: steady from iteration 40 to iteration 60\n/);
  });

  it("plot interval judges each sample against the first", async () => {
    const { stdout } = await noisefloor(["plot", "interval", "--dataset", "smt", "--noise-floor", "0.01"]);
    expect(stdout).toMatch(/^2 of 3 improved, 1 inconclusive\n/);
    expect(stdout).toMatch(/smt off, task 1 .* −52\.05 % \(−52\.69 to −51\.39 %\)/);
    expect(stdout).toMatch(/change from smt on, task 1/);
    expect(stdout.replace(/\s+/g, " ")).toMatch(/One run each: its values are taken as independent/);
  });

  it("plot interval compares the means of runs where there are several", async () => {
    // Runs differ far more than the values within them, and the two commits have the same means of runs but for 0.5.
    const rows = ["a", "b"].flatMap((commit, shift) =>
      [90, 95, 105, 110].flatMap((level, run) =>
        Array.from({ length: 50 }, (_, i) => `${commit},${run},${level + shift / 2 + (i % 5) / 10}`),
      ),
    );
    const stdin = ["commit,run,latency_ms", ...rows].join("\n");
    const auto = await noisefloor(["plot", "interval", "-", "--noise-floor", "0.001"], { stdin });
    expect(auto.stdout).toMatch(/inconclusive/i);
    expect(auto.stdout.replace(/\s+/g, " ")).toMatch(/means of runs, 4 of each/);
    const pooled = ["plot", "interval", "-", "--noise-floor", "0.001", "--over", "values"];
    const { stdout } = await noisefloor(pooled, { stdin });
    const width = (text: string) => {
      const [, low, high] = /\((.[\d.]+) to (.[\d.]+) %\)/.exec(text)!;
      return Number(high!.replace("−", "-")) - Number(low!.replace("−", "-"));
    };
    expect(width(auto.stdout)).toBeGreaterThan(5 * width(stdout));
    const one = await noisefloor(["plot", "interval", "--dataset", "smt", "--over", "runs"]);
    expect(one.stderr).toMatch(/--over needs two runs or more of "smt on, task 1" to be "runs", got 1/);
  });

  it("plot says on stderr what is doubtful", async () => {
    const { stderr } = await noisefloor(["plot", "strip", "-"], { stdin: "7" });
    expect(stderr).toMatch(/^note: One value has neither interval nor spread/);
  });

  it.each<[readonly string[], RegExp]>([
    [["plot", "strp"], /unknown command 'strp'[\s\S]*Did you mean strip/],
    [
      ["plot", "strip"],
      /FILE needs a file of measurements, "-" for the standard input, or --dataset; got none/,
    ],
    [
      ["plot", "strip", "missing.csv"],
      /missing\.csv needs to be a file of measurements, but there is no such file/,
    ],
    [["plot", "strip", "-", "--bins", "3"], /unknown option '--bins'/],
    [["plot", "strip", "-", "--seed", "x"], /Needs a number/],
    [["plot", "histogram", "-", "--range", "5"], /Needs two numbers, such as 90,110/],
    [["plot", "histogram", "-", "--range", "5,4"], /--range needs a low end below the high one/],
    [["plot", "series", "-", "--rolling-median", "1.5"], /--rolling-median needs a whole number/],
    [["plot", "series", "-", "--changes", "x"], /--changes needs one of "rank-scan"/],
    [["plot", "strip", "-", "--pixels", "0", "-o", "x.png"], /--pixels needs a number from 0.1 to 20, got 0/],
    [["plot", "interval", "-"], /FILE needs two samples or more, the first as the baseline, got 1/],
    [["plot", "strip", "-", "--where", "smt"], /Needs a label and its value, such as smt=on/],
    [["plot", "strip", "-", "--scale", "cubic"], /--scale needs one of "linear", "log", got "cubic"/],
    [["plot", "strip", "-", "-o", "x.gif"], /--output needs a name that ends in one of \.svg, .* got x\.gif/],
    [["plot", "strip", "-", "-o", "package.json/x.svg"], /--output needs a folder that can be written/],
    [["plot", "strip", "--dataset", "smtt"], /--dataset needs one of smt, .*did you mean "smt"/],
    [["plot", "strip", "--dataset", "smt", "a.csv"], /--dataset needs no files beside it, got a\.csv/],
    [
      ["plot", "strip", "--dataset", "smt", "--unit", "s"],
      /--unit needs a file, since a dataset describes itself/,
    ],
    [
      ["plot", "strip", "--dataset", "smt", "--where", "smt=of"],
      /--where smt needs to be one of "on", "off"/,
    ],
    [
      ["plot", "strip", "--dataset", "smt", "--where", "mst=on"],
      /--where names labels that need to be among/,
    ],
    [
      ["plot", "strip", "--dataset", "smt", "--label", "smtt"],
      /--label needs the name of a label, one of smt, task/,
    ],
  ])("%j is wrong usage", async (args, message) => {
    const { code, stdout, stderr } = await noisefloor(args, { stdin: "1 2 3" });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });

  it("plot makes no folder for a figure that it cannot draw", async () => {
    const output = join(folder(), "new-folder", "x.png");
    const { code, stderr } = await noisefloor(["plot", "strip", "nowhere.csv", "-o", output]);
    expect({ code, made: existsSync(dirname(output)) }).toEqual({ code: 2, made: false });
    expect(stderr).toContain("nowhere.csv");
  });

  it("plot refuses a folder as output before it reads anything", async () => {
    mkdirSync(join(folder(), "folder.svg"));
    const { code, stderr } = await noisefloor([
      "plot",
      "strip",
      "nowhere.csv",
      "-o",
      join(folder(), "folder.svg"),
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain("--output needs a file, got the folder");
  });

  it("plot stops at Ctrl-C, also while it waits for input, and writes nothing", async () => {
    const interrupt = new AbortController();
    const output = join(folder(), "never.svg");
    const io = recordedIo({ signal: interrupt.signal });
    const waiting = (async function* () {
      yield "1 2";
      setTimeout(() => interrupt.abort(), 10);
      await new Promise(() => {});
    })();
    const code = await run(["plot", "strip", "-", "-o", output], { ...io, stdin: waiting });
    expect(code).toBe(130);
    expect(io.written.stderr).toBe("noisefloor: stopped\n");
    expect(existsSync(output)).toBe(false);
  });
});

describe("plotKinds", () => {
  it("each draws samples", async () => {
    const sample = createSample({
      benchmark: "b",
      runs: [
        [1, 2, 3, 2],
        [2, 4, 3, 1],
      ],
    });
    const other = createSample({ ...sample, labels: { commit: "b" } });
    for (const { draw } of plotKinds)
      expect((await draw([sample, other], {})).model.panels.length).toBeGreaterThan(0);
  });
});

const beginnings = {
  svg: "<svg ",
  png: "\u0089PNG",
  html: "<!doctype html>",
  json: '{"data":[',
  txt: "Two commits",
};
