"""Classes of runs by the rules of warmup_stats, for warmup-stats.json.

The program (softdevteam/warmup_stats, b112f13, bin/mark_changepoints_in_json and warmup/outliers.py) needs Python 2.7 and R's
package changepoint, which Debian lacks. These are its rules, written anew from reading it: NumPy for percentiles, and
cpt.meanvar's search both exactly, over all starts of the last segment, and with the pruning of its C code; they agree on all runs.
Run: /usr/bin/python3 warmup-stats.py > warmup-stats.json
"""

import json
import math

import numpy as np


def outliers_of(values, window):
    found = []
    half = window // 2
    for i, value in enumerate(values):
        low, high = max(0, i - half), min(len(values), i + half)
        if low == 0 and high < window:
            continue
        near = values[low:high]
        band = 3 * (np.percentile(near, 90) - np.percentile(near, 10))
        if abs(value - np.median(near)) > band:
            found.append(i)
    return found


def changes_of(values, pruned):
    n = len(values)
    penalty = 15 * math.log(n)
    sums = np.concatenate([[0], np.cumsum(values)])
    squares = np.concatenate([[0], np.cumsum(np.square(values))])

    def cost(start, end):
        length = end - start
        variance = (squares[end] - squares[start] - (sums[end] - sums[start]) ** 2 / length) / length
        return length * (math.log(2 * math.pi) + math.log(variance if variance > 0 else 1e-11) + 1)

    best = {0: -penalty}
    last = {}
    starts = [0]
    for end in range(2, n + 1):
        totals = [best[start] + cost(start, end) + penalty for start in starts]
        place = int(np.argmin(totals))
        best[end], last[end] = totals[place], starts[place]
        if pruned and end >= 4:
            starts = [start for start, total in zip(starts, totals) if total <= best[end] + penalty]
        if end - 1 >= 2:
            starts.append(end - 1)
    changes = []
    end = n
    while end > 0:
        end = last[end]
        if end > 0:
            changes.append(end)
    return changes[::-1]


def classify(values, window, steady, delta, relative):
    values = np.asarray(values)
    n = len(values)
    outliers = outliers_of(values, window)
    kept = [i for i in range(n) if i not in outliers]
    clean = values[kept]
    changes = changes_of(clean, True)
    assert changes == changes_of(clean, False)
    bounds = [0, *changes, len(clean)]
    parts = [clean[start:end] for start, end in zip(bounds, bounds[1:])]
    means = [float(np.mean(part)) for part in parts]
    variances = [float(np.var(part)) for part in parts]
    ends = [kept[end - 1] for end in bounds[1:]]
    half = max(variances[-1], delta * min(means) if relative else delta)
    low, high = means[-1] - half, means[-1] + half
    result = "flat"
    for mean, variance, end in reversed(list(zip(means, variances, ends))[:-1]):
        if mean + variance >= low and mean - variance <= high:
            continue
        if end > n - steady:
            result = "no steady state"
            break
        if mean - variance < low:
            result = "slowdown"
            break
        result = "warmup"
    return {"classification": result, "changes": [end + 1 for end in ends[:-1]], "outliers": outliers}


rng = np.random.default_rng(20171)


def noise(n, sd):
    return rng.normal(0, sd, n)


def spiky(values):
    values = values.copy()
    values[rng.integers(0, len(values), 6)] += 0.5
    return values


def steps(n, levels, sd):
    means = np.concatenate([np.full(length, level) for length, level in levels])
    return means + noise(n, sd)


n = 700
runs = {
    "flat": 0.4 + noise(n, 0.002),
    "flat with outliers": spiky(0.4 + noise(n, 0.002)),
    "warm-up": steps(n, [(20, 0.6), (60, 0.45), (620, 0.4)], 0.002),
    "warm-up with outliers": spiky(steps(n, [(20, 0.6), (620, 0.45), (60, 0.4)][:2] + [(60, 0.4497)], 0.002)),
    "slowdown": steps(n, [(120, 0.4), (580, 0.43)], 0.002),
    "warm-up, then slower": steps(n, [(40, 0.6), (100, 0.4), (560, 0.43)], 0.002),
    "late change": spiky(steps(n, [(600, 0.4), (100, 0.43)], 0.002)),
    "within delta": steps(n, [(100, 0.4006), (600, 0.4)], 0.0001),
    "changed variance": np.concatenate([0.4 + noise(150, 0.02), 0.4 + noise(550, 0.002)]),
    "seconds long": steps(n, [(100, 6.5), (600, 5)], 0.8),
    "decay": 0.4 + 0.3 * np.exp(-np.arange(n) / 30) + noise(n, 0.002),
}
settings = [
    {"window": 200, "steady": 500, "delta": 0.001, "relative": False},
    {"window": 70, "steady": 175, "delta": 0.01, "relative": True},
]
cases = []
for name, values in runs.items():
    values = [round(float(value), 5) for value in values]
    results = [{**setting, **classify(values, **setting)} for setting in settings]
    cases.append({"name": name, "values": values, "results": results})
print(
    '{"tool": "NumPy", "version": "%s", "script": "warmup-stats.py", "cases": [\n%s\n]}'
    % (np.__version__, ",\n".join(json.dumps(case) for case in cases))
)
