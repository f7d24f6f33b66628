"""Tests of two samples by SciPy, for two-sample-tests.json.

Run: python3 two-sample-tests.py > two-sample-tests.json
"""
import json
import warnings

import numpy as np
import scipy
from scipy import stats

warnings.simplefilter("ignore")
# Its alternative is about the first sample, ours about the candidate.
opposite = {"two-sided": "two-sided", "less": "greater", "greater": "less"}
rng = np.random.default_rng(20240601)


def pairs():
    yield [2, 1, 3, 5], [1, 1, 1, 1, 1]
    yield [12, 11, 14, 13], [15, 17, 13, 16]
    yield [1, 2, 3, 4, 5], [6, 7, 8, 9, 10.5]
    for n, m in ((3, 4), (5, 5), (6, 9), (10, 7), (12, 12), (20, 15), (30, 30), (45, 20), (60, 70), (8, 100)):
        yield rng.normal(10, 1, n), rng.normal(10.8, 2, m)
        yield 1e-9 * rng.lognormal(0, 1, n), 1e-9 * rng.lognormal(0.5, 1, m)
        yield 1e12 * rng.gamma(4, 1, n), 1e12 * rng.gamma(4, 1.3, m)
        yield np.round(rng.normal(10, 2, n)), np.round(rng.normal(11, 2, m))
        yield np.round(rng.exponential(2, n)), np.round(rng.exponential(3, m))


def clean(value):
    return float(value) if np.isfinite(value) else None


def by_alternative(test):
    return {alternative: clean(test(alternative)) for alternative in ("two-sided", "less", "greater")}


def expected(x, y):
    n, m = len(x), len(y)
    tied = len(set(x) | set(y)) < n + m
    u = stats.mannwhitneyu(y, x, method="asymptotic")
    result = {
        "u": float(u.statistic),
        "uNormal": by_alternative(lambda a: stats.mannwhitneyu(y, x, alternative=a, method="asymptotic").pvalue),
        "d": by_alternative(lambda a: stats.ks_2samp(x, y, alternative=a, method="asymp").statistic),
        "levene": [clean(v) for v in stats.levene(x, y, center="median")],
        "leveneOfThree": [clean(v) for v in stats.levene(x, y, np.concatenate([x, y[:3]]) * 1.5, center="median")],
    }
    munzel = stats.brunnermunzel(x, y)
    if np.isfinite(munzel.statistic) and munzel.pvalue > 0:
        result["munzel"] = {
            "statistic": float(munzel.statistic),
            "t": by_alternative(lambda a: stats.brunnermunzel(x, y, alternative=opposite[a]).pvalue),
            "normal": by_alternative(
                lambda a: stats.brunnermunzel(x, y, alternative=opposite[a], distribution="normal").pvalue),
        }
    if n + m >= 4 and len(set(x) | set(y)) > 1:
        result["anderson"] = float(stats.anderson_ksamp([x, y], midrank=True).statistic)
    if not tied:
        result["uExact"] = by_alternative(lambda a: stats.mannwhitneyu(y, x, alternative=a, method="exact").pvalue)
        result["dExact"] = by_alternative(lambda a: stats.ks_2samp(x, y, alternative=a, method="exact").pvalue)
    if n + m <= 13:
        for name, statistic in (("mean", np.mean), ("median", np.median)):
            result[f"{name}Permutation"] = by_alternative(
                lambda a: stats.permutation_test(
                    (y, x), lambda c, b: statistic(c) - statistic(b), permutation_type="independent",
                    alternative=a, n_resamples=np.inf).pvalue)
    return result


if __name__ == "__main__":
    cases = []
    for x, y in pairs():
        x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        cases.append({"baseline": list(x), "candidate": list(y), "expected": expected(x, y)})
    print(json.dumps({"tool": "SciPy", "version": scipy.__version__, "script": "two-sample-tests.py", "cases": cases})
          .replace('{"baseline"', '\n{"baseline"'))
