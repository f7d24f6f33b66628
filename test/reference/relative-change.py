"""Fieller's interval of a relative change, found by bisection on its definition, for relative-change.json.

A ratio θ belongs to the interval when (b − θa)² ≤ t²·(SE_b² + θ²·SE_a²), with t at Satterthwaite's degrees of freedom of the
difference. Means and errors are exact rationals; mpmath does the rest with 40 digits.
Run: python3 relative-change.py > relative-change.json
"""
import json
from fractions import Fraction

import mpmath as mp
import numpy as np
from scipy import stats

mp.mp.dps = 40


def mean_and_error(values):
    x = [Fraction(v) for v in values]
    n = len(x)
    mean = sum(x) / n
    return rational(mean), rational(sum((v - mean) ** 2 for v in x) / (n - 1) / n), n


def estimate(baseline, candidate):
    return float(sum(map(Fraction, candidate)) / len(candidate) - sum(map(Fraction, baseline)) / len(baseline))


def rational(fraction):
    return mp.mpf(fraction.numerator) / fraction.denominator


def t_quantile(tail, df):
    cdf = lambda t: mp.betainc(df / 2, mp.mpf(1) / 2, 0, df / (df + t * t), regularized=True) / 2
    guess = mp.mpf(stats.t.isf(float(tail), float(df)))
    return mp.findroot(lambda t: mp.log(cdf(t)) - mp.log(tail), (guess, guess * (1 + mp.mpf(10) ** -6)), tol=1e-50)


def interval(baseline, candidate, confidence, alternative):
    (a, ea, n), (b, eb, m) = mean_and_error(baseline), mean_and_error(candidate)
    df = (ea + eb) ** 2 / (ea**2 / (n - 1) + eb**2 / (m - 1))
    tail = (1 - mp.mpf(confidence)) / (2 if alternative == "two-sided" else 1)
    t = t_quantile(tail, df)
    if a <= 0 or a**2 <= t**2 * ea:
        return None
    distance = lambda ratio: (b - ratio * a) ** 2 - t**2 * (eb + ratio**2 * ea)
    low = bisect(distance, b / a, -1)
    high = bisect(distance, b / a, 1)
    return [None if alternative == "less" else float(low - 1), None if alternative == "greater" else float(high - 1)]


def bisect(distance, inside, direction):
    step = mp.mpf(1) / 1000
    while distance(inside + direction * step) <= 0:
        step *= 2
    near, far = inside, inside + direction * step
    for _ in range(120):
        middle = (near + far) / 2
        near, far = (middle, far) if distance(middle) <= 0 else (near, middle)
    return near


def pairs():
    rng = np.random.default_rng(20240504)
    yield [2.0, 1.0, 3.0, 4.0], [6.0, 5.0, 7.0, 9.0]
    yield [10.0, 10.0, 10.0], [11.0, 12.0, 14.0]
    yield [5.0, 6.0, 7.0], [8.0, 8.0, 8.0]
    yield [1.0, 9.0], [4.0, 6.0]
    yield [-2.0, -1.0, -3.0], [4.0, 5.0, 6.0]
    yield [2.0, 3.0, 4.0], [-4.0, -5.0, -5.5]
    for n, m, scale, spread, ratio in [(5, 9, 1.0, 0.2, 1.1), (30, 30, 1e-9, 0.05, 0.97), (40, 25, 1e12, 0.3, 1.5),
                                       (60, 80, 1.0, 1e-6, 1 + 3e-7), (12, 10, 1.0, 0.9, 4.0)]:
        yield list(scale * rng.lognormal(0, spread, n)), list(scale * ratio * rng.lognormal(0, spread, m))


if __name__ == "__main__":
    cases = []
    for baseline, candidate in pairs():
        baseline, candidate = [float(v) for v in baseline], [float(v) for v in candidate]
        cases.append({"baseline": baseline, "candidate": candidate, "estimate": estimate(baseline, candidate), "intervals": [
            {"confidence": confidence, "alternative": alternative,
             "relativeInterval": interval(baseline, candidate, confidence, alternative)}
            for confidence in (0.8, 0.95, 0.999) for alternative in ("two-sided", "less", "greater")]})
    print(json.dumps({"tool": "mpmath", "version": mp.__version__, "script": "relative-change.py", "cases": cases})
          .replace('{"baseline"', '\n{"baseline"'))
