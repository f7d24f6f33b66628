"""Ranks of the order statistics that bound a quantile, and interpolated bounds, for order-statistics.json.

Ranks are found by trying all of them with SciPy's binomial distribution: the innermost pair whose tails are small enough on
either side. For the median also benchstat's way, which adds the likelier neighbour until the sum is large enough, the lower
of two alike. Interpolated bounds follow Hettmansperger & Sheather (1986) for the median and Nyblom (1992) otherwise.
Run: python3 order_statistics.py > order-statistics.json
"""
import json

import numpy as np
import scipy
from scipy.stats import binom


def equal_tailed(n, p, confidence):
    tail = (1 - confidence) / 2 * (1 + 1e-12)
    low = max((r for r in range(1, n + 1) if binom.cdf(r - 1, n, p) <= tail), default=0)
    high = min((r for r in range(1, n + 1) if binom.sf(r - 1, n, p) <= tail), default=n + 1)
    return low, high


def attained(n, p, low, high):
    return float(sum(binom.pmf(k, n, p) for k in range(low, high)))


def benchstat(n, confidence):
    pmf = lambda k: binom.pmf(k, n, 0.5)
    low = int(np.ceil((n + 1) * 0.5)) - 1
    high, total = low + 1, pmf(low)
    while total < confidence * (1 - 1e-12) and (low > 0 or high <= n):
        if pmf(low - 1) >= pmf(high) * (1 - 1e-9):
            low -= 1
            total += pmf(low)
        else:
            total += pmf(high)
            high += 1
    return (low, high) if low >= 1 and high <= n else None


def lower_bound(x, p, tail, low):
    n = len(x)
    if low < 1:
        return None
    if low >= n:
        return float(x[low - 1])
    inner, outer = binom.cdf(low, n, p), binom.cdf(low - 1, n, p)
    if p == 0.5:
        share = (tail - outer) / (inner - outer)
        weight = (n - low) * share / (low + (n - 2 * low) * share)
    else:
        weight = 1 / (1 + low * (1 - p) * (inner - tail) / ((n - low) * p * (tail - outer)))
    return float((1 - weight) * x[low - 1] + weight * x[low])


def interpolated(values, p, confidence):
    x = np.sort(values)
    low, high = equal_tailed(len(x), p, confidence)
    tail = (1 - confidence) / 2
    upper = lower_bound(-x[::-1], 1 - p, tail, len(x) + 1 - high)
    return [lower_bound(x, p, tail, low), None if upper is None else -upper]


if __name__ == "__main__":
    ranks = []
    for n in [2, 3, 5, 6, 7, 8, 9, 10, 15, 20, 30, 31, 64, 100, 367, 368, 1000]:
        for p in [0.001, 0.1, 0.25, 0.5, 0.9, 0.99]:
            for confidence in [0.5, 0.9, 0.95, 0.99]:
                low, high = equal_tailed(n, p, confidence)
                ranks.append([n, p, confidence, low, high, attained(n, p, low, high)])
    medians = [[n, confidence, *(benchstat(n, confidence) or (0, 0))]
               for n in [*range(1, 61), 99, 100, 500, 1001] for confidence in [0.5, 0.9, 0.95, 0.99, 0.999]]
    rng = np.random.default_rng(20240601)
    samples = [rng.normal(100, 3, 12), 1e-9 * rng.lognormal(0, 1, 25), 1e12 * rng.gamma(2, 1, 80), np.round(rng.exponential(5, 40))]
    bounds = [{"values": list(map(float, values)), "p": p, "confidence": confidence, "interval": interpolated(values, p, confidence)}
              for values in samples for p in [0.1, 0.25, 0.5, 0.9] for confidence in [0.8, 0.95, 0.99]]
    print(json.dumps({"tool": "SciPy", "version": scipy.__version__, "script": "order_statistics.py", "ranks": ranks,
                      "medians": medians, "interpolated": bounds}))
