"""Fences and marks of outliers by NumPy, for outliers.json.

Run: python3 outliers.py > outliers.json
"""
import json

import numpy as np

rng = np.random.default_rng(20240505)
samples = [
    rng.normal(100, 3, 12),
    1e-9 * rng.lognormal(0, 1, 40),
    1e12 * rng.gamma(2, 1, 25),
    np.round(rng.normal(20, 2, 60)),
    np.append(rng.normal(0, 1, 30), [40, -9, 5.5]),
    rng.standard_cauchy(100),
    np.array([1, 2, 3.0]),
    np.concatenate([np.full(10, 5.0), rng.normal(9, 1, 8)]),
]


def fences(x, method, k):
    median = np.median(x)
    if method == "tukey":
        low, high = np.quantile(x, [0.25, 0.75])
        spreads = [high - low] * 2
        origins = [low, high]
    else:
        sides = [x, x] if method == "mad" else [x[x <= median], x[x >= median]]
        spreads = [1.4826 * np.median(np.abs(side - median)) for side in sides]
        origins = [median, median]
    return [float(o + sign * k * s) if s > 0 else None for o, s, sign in zip(origins, spreads, (-1, 1))]


def case(x, method, k):
    near, far = fences(x, method, k), fences(x, method, 2 * k)

    def beyond(value, bounds):
        return (bounds[0] is not None and value < bounds[0]) or (bounds[1] is not None and value > bounds[1])

    marked = [[i, "severe" if beyond(value, far) else "mild"] for i, value in enumerate(x) if beyond(value, near)]
    return {"method": method, "k": k, "fences": near, "severeFences": far, "marked": marked}


settings = [("tukey", 1.5), ("tukey", 3), ("mad", 3), ("mad", 2.5), ("double-mad", 3), ("double-mad", 5)]
cases = [{"values": x.tolist(), "results": [case(x, *setting) for setting in settings]} for x in samples]
print(json.dumps({"tool": "NumPy", "version": np.__version__, "script": "outliers.py", "cases": cases}))
