"""Hunter by its description, slow: energy distances by their definition, scipy.stats.ttest_ind_from_stats with numpy.std, and
the places re-tested after each drop that Otava takes (the one that follows, and the next); for hunter.json.

Run: python3 hunter.py > hunter.json
"""

import json
import platform

import numpy as np
import scipy
from scipy.stats import ttest_ind_from_stats


def energy(first, second):
    n, m = len(first), len(second)
    between = np.abs(first[:, None] - second[None, :]).sum()
    within = [np.abs(side[:, None] - side[None, :]).sum() / 2 for side in (first, second)]
    total = 2 / (n + m) * between
    if n > 1:
        total -= 2 * m / ((n + m) * (n - 1)) * within[0]
    if m > 1:
        total -= 2 * n / ((n + m) * (m - 1)) * within[1]
    return total


def best_split(values):
    best, place = -np.inf, None
    for tau in range(1, len(values)):
        for kappa in range(tau + 1, len(values) + 1):
            q = energy(values[:tau], values[tau:kappa])
            if place is None or q > best + 1e-9 * max(1.0, abs(best)):
                best, place = q, tau
    return best, place


def p_value(first, second):
    if len(first) + len(second) <= 2:
        return 1.0
    with np.errstate(all="ignore"):
        std = [np.std(side) if len(side) > 1 else 0.0 for side in (first, second)]
        means = [np.mean(side) for side in (first, second)]
        return ttest_ind_from_stats(means[0], std[0], len(first), means[1], std[1], len(second)).pvalue


def window_points(values, limit):
    bounds = [0, len(values)]
    splits = {}
    while True:
        candidates = []
        for a, b in zip(bounds, bounds[1:]):
            if b - a > 1:
                if (a, b) not in splits:
                    splits[a, b] = best_split(values[a:b])
                q, place = splits[a, b]
                candidates.append((q, a, a + place, b))
        if not candidates:
            break
        q, a, place, b = max(candidates, key=lambda candidate: candidate[0])
        if not p_value(values[a:place], values[place:b]) <= limit:
            break
        bounds = sorted(bounds + [place])
    return bounds[1:-1]


def tested(values, places, k):
    a = places[k - 1] if k > 0 else 0
    b = places[k + 1] if k + 1 < len(places) else len(values)
    first, second = values[a : places[k]], values[places[k] : b]
    m1, m2 = np.mean(first), np.mean(second)
    forward = 0 if m1 == 0 else abs(m2 / m1 - 1)
    backward = 0 if m2 == 0 else abs(m1 / m2 - 1)
    return p_value(first, second), max(forward, backward)


def hunter(values, window, max_p, min_magnitude):
    limit = 10 * max_p if max_p < 0.05 else 2 * max_p if max_p < 0.5 else max_p
    start, weak = 0, set()
    while start < len(values):
        found = [start + place for place in window_points(values[start : start + window], limit)]
        weak.update(found)
        start = max(found[-1] if found else 0, start + window // 2)
    weak = sorted(weak)
    places = list(weak)
    tests = [tested(values, places, k) for k in range(len(places))]
    first = [(p, magnitude) for p, magnitude in tests]
    while places:
        k = max(range(len(places)), key=lambda k: tests[k][0])
        if tests[k][0] < max_p:
            k = min(range(len(places)), key=lambda k: tests[k][1])
            if tests[k][1] > min_magnitude:
                break
        del places[k], tests[k]
        for following in (k, k + 1):
            if following < len(places):
                tests[following] = tested(values, places, following)
    return places, weak, first


def number(x):
    return None if np.isnan(x) else float(x)


def main():
    rng = np.random.default_rng(20240701)
    cases = []
    for round in range(60):
        n = int(rng.integers(1, 130))
        noise = [rng.normal(size=n), np.exp(rng.normal(size=n)), np.round(rng.normal(size=n))][round % 3]
        levels = np.cumsum(rng.normal(size=n) * (rng.uniform(size=n) < 0.05) * 4)
        values = np.round((10 if round % 2 else 100) + noise + levels, 3)
        options = {
            "window": int(rng.choice([7, 20, 50])),
            "maxP": float(rng.choice([0.001, 0.02, 0.1, 0.5])),
            "minMagnitude": float(rng.choice([0.0, 0.0, 0.02])),
        }
        places, weak, tests = hunter(values, options["window"], options["maxP"], options["minMagnitude"])
        cases.append(
            {
                "values": values.tolist(),
                "options": options,
                "indices": places,
                "weak": [[k, number(p), float(magnitude)] for k, (p, magnitude) in zip(weak, tests)],
            }
        )
    lines = ",\n".join(json.dumps(case) for case in cases)
    version = f"{scipy.__version__}, NumPy {np.__version__}, Python {platform.python_version()}"
    print(f'{{"tool": "SciPy", "version": "{version}", "script": "hunter.py", "cases": [\n{lines}\n]}}')


if __name__ == "__main__":
    main()
