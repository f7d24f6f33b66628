"""Optimal block lengths by the definition of Politis & White, checked against arch, for block-length.json.

The definition is written out with sums over all lags from -M to M. arch scales each autocorrelation by the values that take
part in it, and takes the largest lag of all where none is negligible; the few series whose bandwidth that changes keep the
definition's answer. Run (needs arch): python3 block_length.py > block-length.json
"""
import json
import sys

import arch
import numpy as np
from arch.bootstrap import optimal_block_length


def covariance(x, lag):
    d = x - x.mean()
    return float(np.dot(d[lag:], d[:len(d) - lag])) / len(d)


def by_definition(x):
    n = len(x)
    largest = min(n - 1, int(np.ceil(np.sqrt(n))) + 5)
    small = [abs(covariance(x, k)) < 2 * np.sqrt(np.log10(n) / n) * covariance(x, 0) for k in range(1, largest + 1)]
    starts = [k for k in range(1, largest - 3) if all(small[k - 1:k + 4])]
    large = [k for k in range(1, largest + 1) if not small[k - 1]]
    m = starts[0] if starts else max(large, default=1)
    bandwidth = min(2 * m, largest)
    window = lambda t: 1 if abs(t) <= 0.5 else 2 * (1 - abs(t))
    lags = range(-bandwidth, bandwidth + 1)
    slope = sum(window(k / bandwidth) * abs(k) * covariance(x, abs(k)) for k in lags)
    spectrum = sum(window(k / bandwidth) * covariance(x, abs(k)) for k in lags)
    longest = np.ceil(min(3 * np.sqrt(n), n / 3))
    length = lambda d: float(min(longest, max(1, (2 * slope**2 / d) ** (1 / 3) * n ** (1 / 3))))
    return length(2 * spectrum**2), length(4 / 3 * spectrum**2), bandwidth


def autoregression(rng, n, *weights):
    x = np.zeros(n + 200)
    noise = rng.normal(size=n + 200)
    for i in range(len(weights), n + 200):
        x[i] = sum(w * x[i - 1 - j] for j, w in enumerate(weights)) + noise[i]
    return x[200:]


def series():
    rng = np.random.default_rng(20240702)
    for n in (12, 30, 60, 100, 250):
        for weights in [(), (0.3,), (0.5,), (0.9,), (-0.5,), (0.4, 0.3)]:
            yield autoregression(rng, n, *weights)
    yield 1e-9 * autoregression(rng, 120, 0.6)
    yield 1e12 * (4 + autoregression(rng, 120, 0.6))
    yield np.round(rng.lognormal(1, 1, 90))
    yield np.arange(50) + rng.normal(size=50)


if __name__ == "__main__":
    cases, agreed = [], 0
    for x in series():
        stationary, circular, bandwidth = by_definition(x)
        other = np.maximum(1, optimal_block_length(x).to_numpy()[0])
        agreed += np.allclose([stationary, circular], other, rtol=1e-9)
        cases.append({"values": list(map(float, x)), "stationary": stationary, "circular": circular, "bandwidth": bandwidth})
    print(f"{agreed} of {len(cases)} agree with arch", file=sys.stderr)
    print(json.dumps({"tool": "arch", "version": arch.__version__, "script": "block_length.py", "agreed": int(agreed), "cases": cases})
          .replace('{"values"', '\n{"values"'))
