"""Upper tails of the limits of Kolmogorov's D and of A² with 30 digits, for limit-distributions.json.

A² by the series of Anderson & Darling (1954), JASA 49, 765-769: another formula than the one under test.
Run: python3 limit-distributions.py > limit-distributions.json
"""
import json

import mpmath as mp

mp.mp.dps = 60


def kolmogorov(x):
    return 2 * mp.nsum(lambda k: (-1) ** (int(k) - 1) * mp.exp(-2 * k**2 * x**2), [1, mp.inf], method="direct") \
        if x > 0.5 else 1 - mp.sqrt(2 * mp.pi) / x * sum(mp.exp(-((2 * k - 1) * mp.pi / x) ** 2 / 8) for k in range(1, 30))


def anderson_darling(x):
    def term(j):
        square = (4 * j + 1) ** 2 * mp.pi**2 / (8 * x)
        integral = mp.quad(lambda w: mp.exp(x / (8 * (w**2 + 1)) - square * w**2), [0, 0.5, 1, 2, 4, 8, 40])
        weight = (-1) ** j * mp.gamma(j + mp.mpf(1) / 2) / (mp.gamma(mp.mpf(1) / 2) * mp.factorial(j))
        return weight * (4 * j + 1) * mp.exp(-square) * integral

    return 1 - mp.sqrt(2 * mp.pi) / x * sum(term(j) for j in range(60))


if __name__ == "__main__":
    content = {
        "tool": "mpmath", "version": mp.__version__, "script": "limit-distributions.py",
        "kolmogorov": [[x, float(kolmogorov(mp.mpf(x)))]
                       for x in (0.1, 0.3, 0.5, 0.75, 0.9375, 1, 1.0625, 1.25, 1.5, 2, 3, 5, 8, 15)],
        "andersonDarling": [[x, float(anderson_darling(mp.mpf(x)))] for x in (0.0625, 0.125, 0.25, 0.5, 1, 1.5, 2.5, 4, 8, 16)],
    }
    print(json.dumps(content).replace('"kolmogorov"', '\n"kolmogorov"').replace('"andersonDarling"', '\n"andersonDarling"'))
