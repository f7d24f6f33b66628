"""Hedges' g, its exact correction and its noncentral t interval with 30 digits, for hedges-g.json.

Run: python3 hedges-g.py > hedges-g.json
"""
import json
from fractions import Fraction

import mpmath as mp
import numpy as np

mp.mp.dps = 30


def hedges_g(baseline, candidate, confidence):
    a, b = [Fraction(v) for v in baseline], [Fraction(v) for v in candidate]
    n, m = len(a), len(b)
    df = n + m - 2
    mean_a, mean_b = sum(a) / n, sum(b) / m
    squares = sum((v - mean_a) ** 2 for v in a) + sum((v - mean_b) ** 2 for v in b)
    pooled = mp.sqrt(rational(squares / df))
    d = rational(mean_b - mean_a) / pooled
    correction = mp.gamma(mp.mpf(df) / 2) / (mp.sqrt(mp.mpf(df) / 2) * mp.gamma((mp.mpf(df) - 1) / 2))
    error = mp.sqrt(mp.mpf(1) / n + mp.mpf(1) / m)
    tail = (1 - mp.mpf(confidence)) / 2
    bounds = [noncentrality(d / error, df, p) * correction * error for p in (1 - tail, tail)]
    return {"estimate": float(correction * d), "interval": [float(bound) for bound in bounds], "cohensD": float(d),
            "correction": float(correction), "pooledSd": float(pooled), "df": df}


def rational(fraction):
    return mp.mpf(fraction.numerator) / fraction.denominator


def noncentrality(t, df, p):
    width = mp.sqrt(1 + t**2 / (2 * df))
    guess = t - mp.sqrt(2) * mp.erfinv(2 * p - 1) * width
    return mp.findroot(lambda delta: mp.log(cdf(t, df, delta)) - mp.log(p), (guess, guess + width / 100), tol=1e-40)


def cdf(t, df, delta):
    """P(T ≤ t) as the mean of Φ(t·s − delta) over s = √(χ²/df), by Gauss-Legendre on short pieces."""
    scale = 1 / mp.sqrt(2 * mp.mpf(df))
    low, high = max(mp.mpf(0), 1 - 12 * scale), 1 + 14 * scale
    pieces = mp.linspace(low, high, 40)
    log_norm = mp.log(2) + mp.mpf(df) / 2 * mp.log(mp.mpf(df) / 2) - mp.loggamma(mp.mpf(df) / 2)
    density = lambda s: mp.exp(log_norm + (df - 1) * mp.log(s) - df * s * s / 2) if s > 0 else mp.mpf(0)
    return mp.quad(lambda s: mp.ncdf(t * s - delta) * density(s), pieces)


def pairs():
    rng = np.random.default_rng(20240505)
    yield [2.0, 1.0, 3.0, 4.0], [6.0, 5.0, 7.0, 9.0]
    yield [1.0, 3.0], [2.0, 4.0]
    yield [5.0, 6.0, 7.0], [5.0, 6.0, 7.0]
    yield [1.0, 1.0, 1.0, 1.0], [2.0, 2.0, 3.0, 2.5, 2.0]
    yield list(rng.normal(10, 1, 20)), list(rng.normal(12, 1, 25))
    yield list(1e-9 * rng.lognormal(0, 0.1, 8)), list(1e-9 * rng.lognormal(0.2, 0.1, 50))
    yield list(1e12 + 1e9 * rng.standard_normal(15)), list(1.02e12 + 1e9 * rng.standard_normal(15))
    yield list(rng.normal(0, 1, 150)), list(rng.normal(-0.1, 1, 120))


if __name__ == "__main__":
    cases = []
    for baseline, candidate in pairs():
        baseline, candidate = [float(v) for v in baseline], [float(v) for v in candidate]
        for confidence in (0.9, 0.99):
            cases.append({"baseline": baseline, "candidate": candidate, "confidence": confidence,
                          "expected": hedges_g(baseline, candidate, confidence)})
    print(json.dumps({"tool": "mpmath", "version": mp.__version__, "script": "hedges-g.py", "cases": cases})
          .replace('{"baseline"', '\n{"baseline"'))
