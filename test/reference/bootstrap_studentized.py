"""Basic bootstrap intervals by SciPy and studentized ones by their definition, on noisefloor's own resamples.

The standard error of a resample is s/√n for the mean, the root of the summed squares of the influences (written out as
derivatives of moments) for sd and cv, and for quantiles the standard deviation over all n^n resamples, from the beta
distribution of SciPy. Ratios are studentized as logarithms. Run: python3 bootstrap_studentized.py > bootstrap-studentized.json
"""
import json

import numpy as np
import scipy
from scipy.stats import beta

from bootstrap import interval, pairs, ranks, samples, statistics


def error_of_mean(x):
    return np.std(x, axis=-1, ddof=1) / np.sqrt(x.shape[-1])


def covariance_of_moments(x):
    """Of the mean and the population variance, each times n."""
    d = x - x.mean(-1, keepdims=True)
    m2, m3, m4 = (d**2).mean(-1), (d**3).mean(-1), (d**4).mean(-1)
    return m2, m3, m4 - m2**2


def error_of_sd(x):
    m2, _, spread = covariance_of_moments(x)
    return np.sqrt(spread / (4 * m2) / x.shape[-1])


def error_of_cv(x):
    m2, m3, spread = covariance_of_moments(x)
    center = x.mean(-1)
    by_mean, by_variance = -np.sqrt(m2) / center**2, 1 / (2 * np.sqrt(m2) * center)
    return np.sqrt((by_mean**2 * m2 + 2 * by_mean * by_variance * m3 + by_variance**2 * spread) / x.shape[-1])


def error_of_quantile(p):
    def error(x):
        n = x.shape[-1]
        rank = 1 + (n - 1) * p
        weights = np.diff(beta.cdf(np.arange(n + 1) / n, rank, n + 1 - rank))
        ordered = np.sort(x, axis=-1)
        center = (ordered * weights).sum(-1, keepdims=True)
        return np.sqrt((weights * (ordered - center) ** 2).sum(-1))
    return error


errors = {"mean": error_of_mean, "median": error_of_quantile(0.5), "sd": error_of_sd, "cv": error_of_cv,
          "quantile": error_of_quantile(0.9)}


def from_pivots(estimate, error, replicates, replicate_errors, confidence):
    pivots = (replicates - estimate) / replicate_errors
    low, high = np.quantile(pivots, [(1 - confidence) / 2, (1 + confidence) / 2])
    return [float(estimate - error * high), float(estimate - error * low)]


def one_sample(values, seed, resamples):
    data = np.sort(values)
    given = ranks(len(data), resamples, seed, "bootstrap")
    drawn = data[given]
    for name, statistic in statistics.items():
        estimate = statistic(data, axis=-1)
        for confidence in (0.9, 0.95):
            yield {"statistic": name, "method": "basic", "confidence": confidence,
                   "interval": interval((data,), statistic, "basic", confidence, resamples, given)["interval"]}
            yield {"statistic": name, "method": "studentized", "confidence": confidence,
                   "interval": from_pivots(estimate, errors[name](data), statistic(drawn, axis=-1), errors[name](drawn), confidence)}


def two_samples(baseline, candidate, seed, resamples):
    data = (np.sort(baseline), np.sort(candidate))
    given = [ranks(len(side), resamples, seed, "bootstrap", name) for side, name in zip(data, ("baseline", "candidate"))]
    drawn = [side[of] for side, of in zip(data, given)]
    for name, statistic in statistics.items():
        (a, b), (ea, eb) = [statistic(x, axis=-1) for x in data], [errors[name](x) for x in data]
        (ra, rb), (rea, reb) = [statistic(x, axis=-1) for x in drawn], [errors[name](x) for x in drawn]
        both = {"difference": (lambda a, b: b - a, lambda a, b, ea, eb: np.sqrt(ea**2 + eb**2), lambda x: x, lambda x: x),
                "ratio": (lambda a, b: b / a, lambda a, b, ea, eb: np.sqrt((ea / a) ** 2 + (eb / b) ** 2), np.log, np.exp)}
        for comparison, (compare, error, scale, back) in both.items():
            joint = lambda x, y, axis: compare(statistic(x, axis=axis), statistic(y, axis=axis))
            yield {"statistic": name, "comparison": comparison, "method": "basic", "confidence": 0.95,
                   "interval": interval(data, joint, "basic", 0.95, resamples, *given)["interval"]}
            yield {"statistic": name, "comparison": comparison, "method": "studentized", "confidence": 0.95,
                   "interval": list(map(float, back(from_pivots(scale(compare(a, b)), error(a, b, ea, eb), scale(compare(ra, rb)),
                                                                error(ra, rb, rea, reb), 0.95))))}


if __name__ == "__main__":
    cases = [{"values": list(map(float, values)), "seed": seed, "resamples": 399, "intervals": list(one_sample(values, seed, 399))}
             for seed, values in enumerate(samples())]
    differences = [{"baseline": list(map(float, baseline)), "candidate": list(map(float, candidate)), "seed": seed,
                    "resamples": 399, "intervals": list(two_samples(baseline, candidate, seed, 399))}
                   for seed, (baseline, candidate) in enumerate(pairs())]
    print(json.dumps({"tool": "SciPy", "version": scipy.__version__, "script": "bootstrap_studentized.py", "cases": cases,
                      "differences": differences}).replace('{"statistic"', '\n{"statistic"'))
