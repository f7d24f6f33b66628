"""Location and spread in exact rational arithmetic, cross-checked by SciPy, for describe.json.

Run: python3 describe.py > describe.json
"""
import json
import platform
from fractions import Fraction

import mpmath
import numpy as np
import scipy
from scipy import stats

mpmath.mp.dps = 50


def exact(values):
    x = [Fraction(v) for v in values]
    n = len(x)
    mean = sum(x) / n
    squares = sum((v - mean) ** 2 for v in x)
    result = {
        "n": n,
        "mean": as_float(mean),
        "median": as_float(quantile(x, Fraction(1, 2))),
        "min": min(values),
        "max": max(values),
        "quartiles": [as_float(quantile(x, Fraction(1, 4))), as_float(quantile(x, Fraction(3, 4)))],
        "interquartileRange": as_float(quantile(x, Fraction(3, 4)) - quantile(x, Fraction(1, 4))),
        "mad": as_float(quantile([abs(v - quantile(x, Fraction(1, 2))) for v in x], Fraction(1, 2))),
        "variance": as_float(squares / (n - 1)),
        "sd": root(squares / (n - 1)),
        "standardError": root(squares / (n - 1) / n),
        "cv": root(squares / (n - 1) / mean**2),
        "cvPopulation": root(squares / n / mean**2),
    }
    check(values, result)
    return result


def quantile(x, p):
    x = sorted(x)
    position = (len(x) - 1) * p
    lower = position.numerator // position.denominator
    return x[lower] if lower == position else x[lower] + (position - lower) * (x[lower + 1] - x[lower])


def root(square):
    return float(mpmath.sqrt(mpmath.mpf(square.numerator) / square.denominator))


def as_float(fraction):
    return float(fraction)


def check(values, result):
    """SciPy agrees as far as its own rounding allows: values far from zero cost it digits of the spread."""
    x = np.array(values)
    if abs(result["mean"]) < 1e-12 * abs(x).max():
        return  # NumPy's sums lose such a mean altogether
    loss = 1 + abs(x).max() / (x.std() or np.inf)
    for name, value in {
        "mean": x.mean(), "median": np.median(x), "variance": x.var(ddof=1), "sd": stats.tstd(x),
        "standardError": stats.sem(x), "mad": stats.median_abs_deviation(x), "interquartileRange": stats.iqr(x),
        "cv": abs(stats.variation(x, ddof=1)), "cvPopulation": abs(stats.variation(x)),
    }.items():
        atol = 1e-15 * (1 if name.startswith("cv") else abs(x).max())
        np.testing.assert_allclose(value, result[name], rtol=1e-14 * loss**2 + 1e-12, atol=atol, err_msg=name)


def samples():
    rng = np.random.default_rng(20240503)
    yield [1.0, 2.0]
    yield [0.1, 0.1, 0.1]
    yield [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0]
    yield [-3.0, -1.0, -4.0]
    yield [1e12, 1e12 + 1, 1e12 + 2, 1e12 + 5]
    yield [1.0, 1e16, -1e16, 3.0]
    yield [0.0, 0.0, 0.0, 1e-9]
    for n in (2, 3, 4, 5, 10, 33, 100, 501):
        for scale in (1e-9, 1.0, 1e12):
            yield list(scale * rng.lognormal(0, 0.5, n))
            yield list(np.round(scale * (100 + 3 * rng.standard_normal(n)), 12))
    yield list(1e9 + rng.standard_normal(200))
    yield list(rng.exponential(1, 400) ** 4)
    yield [float(v) for v in rng.integers(0, 4, 300)]


if __name__ == "__main__":
    cases = [{"values": [float(v) for v in values], "expected": exact([float(v) for v in values])} for values in samples()]
    print(json.dumps({"tool": "Python fractions and mpmath, checked by SciPy", "version":
                      f"{platform.python_version()}, {mpmath.__version__}, {scipy.__version__}",
                      "script": "describe.py", "cases": cases}, indent=None, separators=(", ", ": ")).replace('{"values"', '\n{"values"'))
