"""The power of Welch's test as a double integral over both sample variances, for welch-power.json.

Run: python3 welch-power.py > welch-power.json
Another way than the library's: given both variances, the difference of means is normal. Gauss-Legendre in the chi-square
quantiles of each variance, with nodes crowded towards the ends. Also R's power.t.test(strict = TRUE), for the test of equal
variances, to which Welch's comes close for equal spreads and sizes: taken from SciPy's noncentral t.
SciPy 1.10 will not do: its t.isf has nine digits for more than 40 degrees of freedom.
"""
import json
import sys

import numpy as np
import scipy
from scipy import stats

LEVEL = 300


def variances(df):
    """Nodes and weights for chi-square over its degrees of freedom: tanh-sinh in the logarithm."""
    u = np.linspace(-1, 1, 2 * LEVEL + 1)[1:-1]
    spread = np.sqrt(2 / df)
    low, high = np.log(stats.chi2.ppf(1e-17, df) / df), np.log(stats.chi2.isf(1e-17, df) / df)
    half, middle = (high - low) / 2, (high + low) / 2
    t = 3.2 * u
    x = np.tanh(np.pi / 2 * np.sinh(t))
    dx = np.pi / 2 * np.cosh(t) / np.cosh(np.pi / 2 * np.sinh(t)) ** 2
    s = np.exp(middle + half * x)
    weights = stats.chi2.pdf(s * df, df) * df * s * half * dx * 3.2 / LEVEL
    return s, weights / weights.sum()


def power(n, sds, alpha, alternative, effect):
    (v1, w1), (v2, w2) = variances(n[0] - 1), variances(n[1] - 1)
    e1, e2 = (sds[0] ** 2 / n[0] * v1)[:, None], (sds[1] ** 2 / n[1] * v2)[None, :]
    df = (e1 + e2) ** 2 / (e1**2 / (n[0] - 1) + e2**2 / (n[1] - 1))
    tail = alpha / 2 if alternative == "two-sided" else alpha
    critical = stats.t.isf(tail, df) * np.sqrt(e1 + e2)
    se = np.sqrt(sds[0] ** 2 / n[0] + sds[1] ** 2 / n[1])
    found = stats.norm.sf((critical - effect) / se)
    if alternative == "two-sided":
        found += stats.norm.cdf((-critical - effect) / se)
    return float(w1 @ found @ w2)


def pooled(n, alpha, alternative, effect):
    df, noncentrality = 2 * n - 2, effect * np.sqrt(n / 2)
    critical = stats.t.isf(alpha / 2 if alternative == "two-sided" else alpha, df)
    found = stats.nct.sf(critical, df, noncentrality)
    if alternative == "two-sided":
        found += stats.nct.cdf(-critical, df, noncentrality)
    return float(found)


cases = []
for n in [(3, 3), (4, 4), (5, 5), (3, 20), (16, 16), (10, 30), (30, 30), (100, 60)]:
    for sds in [(1, 1), (1, 3), (2, 0.5), (1, 1e-3)]:
        se = np.sqrt(sds[0] ** 2 / n[0] + sds[1] ** 2 / n[1])
        for alpha, alternative, errors in [
            (0.05, "two-sided", 0.5), (0.05, "two-sided", 3), (0.01, "two-sided", 4), (0.05, "one-sided", 2.5),
        ]:
            effect = float(errors * se)
            cases.append({"n": n, "sd": sds, "alpha": alpha, "alternative": alternative, "effect": effect,
                          "power": power(n, sds, alpha, alternative, effect)})
equal = [{"n": n, "alpha": alpha, "effect": effect, "power": pooled(n, alpha, "two-sided", effect)}
         for n, effect in [(30, 0.7), (64, 0.5), (200, 0.3), (10000, 0.04)] for alpha in (0.05, 0.01)]
json.dump({"tool": "SciPy", "version": scipy.__version__, "script": "welch-power.py", "cases": cases, "equal": equal},
          sys.stdout, indent=None)
print()
