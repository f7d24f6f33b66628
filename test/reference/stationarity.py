"""KPSS and Mann & Kendall by NumPy and SciPy, written by the definitions in O(n^2), for stationarity.json.

The tail of the Cramer-von Mises limit comes from mpmath, by its series of Bessel functions. Run: python3 stationarity.py > stationarity.json
"""
import json

import mpmath as mp
import numpy as np
import scipy
from scipy import stats

mp.mp.dps = 40
rng = np.random.default_rng(20240506)


def autoregressive(n, phi):
    x = [rng.normal()]
    for _ in range(n - 1):
        x.append(phi * x[-1] + rng.normal())
    return np.array(x)


series = [make(n) for n in (10, 11, 25, 60, 200) for make in (
    lambda n: autoregressive(n, 0),
    lambda n: 1e-9 * np.exp(autoregressive(n, 0.5)),
    lambda n: 1e6 + autoregressive(n, 0.9),
    lambda n: 1e12 * (5 + autoregressive(n, -0.4)),
    lambda n: np.round(autoregressive(n, 0.3)),
    lambda n: autoregressive(n, 0) + np.arange(n) / n * 2,
    lambda n: autoregressive(n, 0) + 2 * (np.arange(n) > n / 2),
)]


def tail(x):
    x = mp.mpf(float(x))
    term = lambda j: (mp.rf(mp.mpf(1) / 2, j) / mp.factorial(j) * mp.sqrt(4 * j + 1)
                      * mp.exp(-(4 * j + 1) ** 2 / (16 * x)) * mp.besselk(mp.mpf(1) / 4, (4 * j + 1) ** 2 / (16 * x)))
    total = sum(term(j) for j in range(60))
    return float(1 - total / (mp.pi * mp.sqrt(x)))


def kpss(x):
    n = len(x)
    e = x - np.mean(x)
    gamma = [np.sum(e[k:] * e[:n - k]) / n for k in range(n)]
    pilot = int(n ** (2 / 9))
    level = gamma[0] + 2 * sum(gamma[1:pilot + 1])
    slope = 2 * sum(k * gamma[k] for k in range(1, pilot + 1))
    lags = min(n - 1, int(1.1447 * ((slope / level) ** 2 * n) ** (1 / 3)))
    spread = gamma[0] + 2 * sum((1 - k / (lags + 1)) * gamma[k] for k in range(1, lags + 1))
    statistic = np.sum(np.cumsum(e) ** 2) / n ** 2 / spread
    return {"statistic": float(statistic), "lags": lags, "p": max(1e-6, tail(statistic))}


def mann_kendall(x):
    n = len(x)
    s = sum(float(np.sign(x[j] - x[i])) for i in range(n) for j in range(i + 1, n))
    _, ties = np.unique(x, return_counts=True)
    variance = (n * (n - 1) * (2 * n + 5) - sum(int(t) * (int(t) - 1) * (2 * int(t) + 5) for t in ties)) / 18
    ranks = stats.rankdata(x)
    fit = np.polyfit(np.arange(n), ranks, 1)
    rest = ranks - np.polyval(fit, np.arange(n))
    correction = 0
    for k in range(1, min(n - 3, int(10 * np.log10(n))) + 1):
        r = np.sum(rest[k:] * rest[:n - k]) / np.sum(rest ** 2)
        if abs(r) > 1.96 / np.sqrt(n):
            correction += (n - k) * (n - k - 1) * (n - k - 2) * r
    inflation = max(1, 1 + 2 * correction / (n * (n - 1) * (n - 2)))
    z = (s - np.sign(s)) / np.sqrt(variance * inflation)
    return {"tau": s / (n * (n - 1) / 2), "statistic": float(z), "inflation": float(inflation),
            "p": float(2 * stats.norm.sf(abs(z)))}


cases = [{"values": x.tolist(), "level": kpss(x), "trend": mann_kendall(x)} for x in series if len(set(x)) > 1]
tails = [{"x": x, "p": tail(x)} for x in (0.01, 0.02, 0.05, 0.1, 0.119, 0.2, 0.347, 0.463, 0.739, 1.2, 2, 3)]
print(json.dumps({"tool": "SciPy", "version": scipy.__version__, "mpmath": mp.__version__, "script": "stationarity.py",
                  "cases": cases, "tails": tails}))
