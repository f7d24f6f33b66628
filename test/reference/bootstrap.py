"""Bootstrap intervals by scipy.stats.bootstrap on the resamples that noisefloor draws, for bootstrap.json.

random_streams.py draws the ranks, SciPy does the rest: a random state that hands them out takes the place of its own.
Run: python3 bootstrap.py > bootstrap.json
"""
import json

import numpy as np
import scipy
from scipy import stats

from random_streams import Xoshiro128

statistics = {
    "mean": np.mean,
    "median": np.median,
    "sd": lambda x, axis: np.std(x, axis=axis, ddof=1),
    "cv": lambda x, axis: np.std(x, axis=axis, ddof=1) / np.abs(np.mean(x, axis=axis)),
    "quantile": lambda x, axis: np.quantile(x, 0.9, axis=axis),
}


class GivenRanks(np.random.RandomState):
    """Hands out the ranks of one sample after the other."""

    def __init__(self, *draws):
        super().__init__(0)
        self.draws = list(draws)

    def randint(self, low, high=None, size=None, **_):
        ranks = self.draws.pop(0)
        assert ranks.shape == size and low == 0 and ranks.max() < high
        return ranks


def ranks(n, resamples, seed, *names):
    rng = Xoshiro128.stream(seed, *names)
    return np.array([rng.fill_below(n, n) for _ in range(resamples)])


def interval(data, statistic, method, confidence, resamples, *draws):
    result = stats.bootstrap(data, statistic, vectorized=True, n_resamples=resamples, confidence_level=confidence,
                             method=method, random_state=GivenRanks(*draws))
    low, high = result.confidence_interval
    return {"interval": [float(low), float(high)], "standardError": float(result.standard_error)}


def one_sample(values, seed, resamples):
    data = np.sort(values)
    given = ranks(len(data), resamples, seed, "bootstrap")
    return [{"statistic": name, "method": method.lower(), "confidence": confidence, "estimate": float(statistic(data, axis=-1)),
             **interval((data,), statistic, method, confidence, resamples, given)}
            for name, statistic in statistics.items() for method in ("percentile", "BCa") for confidence in (0.9, 0.95)]


def two_samples(baseline, candidate, seed, resamples):
    data = (np.sort(baseline), np.sort(candidate))
    given = [ranks(len(side), resamples, seed, "bootstrap", name) for side, name in zip(data, ("baseline", "candidate"))]
    results = []
    for name, statistic in statistics.items():
        for comparison, compare in (("difference", lambda a, b: b - a), ("ratio", lambda a, b: b / a)):
            both = lambda a, b, axis: compare(statistic(a, axis=axis), statistic(b, axis=axis))
            for method in ("percentile", "BCa"):
                results.append({"statistic": name, "comparison": comparison, "method": method.lower(), "confidence": 0.95,
                                "estimate": float(both(*data, axis=-1)),
                                **interval(data, both, method, 0.95, resamples, *given)})
    return results


def samples():
    rng = np.random.default_rng(20240506)
    yield rng.lognormal(0, 1, 11)
    yield 1e-9 * rng.exponential(1, 30)
    yield 1e12 * rng.lognormal(0, 0.2, 41)
    yield rng.normal(100, 2, 64)
    yield np.append(rng.normal(10, 0.1, 30), 17.3)
    yield rng.normal(-7, 1, 101)
    yield 1e6 + rng.normal(0, 1, 57)


def pairs():
    rng = np.random.default_rng(20240507)
    yield rng.lognormal(0, 0.5, 24), rng.lognormal(0.2, 0.7, 31)
    yield 1e-6 * rng.normal(10, 1, 40), 1e-6 * rng.normal(11, 4, 25)
    yield 1e9 * rng.exponential(1, 50), 1e9 * rng.exponential(2, 50)


if __name__ == "__main__":
    cases = [{"values": list(map(float, values)), "seed": seed, "resamples": 599, "intervals": one_sample(values, seed, 599)}
             for seed, values in enumerate(samples())]
    differences = [{"baseline": list(map(float, baseline)), "candidate": list(map(float, candidate)), "seed": seed,
                    "resamples": 499, "intervals": two_samples(baseline, candidate, seed, 499)}
                   for seed, (baseline, candidate) in enumerate(pairs())]
    print(json.dumps({"tool": "SciPy", "version": scipy.__version__, "script": "bootstrap.py", "cases": cases,
                      "differences": differences}).replace('{"statistic"', '\n{"statistic"'))
