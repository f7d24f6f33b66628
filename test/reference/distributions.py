"""Normal and Student's t distribution with 40 digits, for distributions.json.

Run: python3 distributions.py > distributions.json
"""
import json

import mpmath as mp
from scipy import stats

mp.mp.dps = 40
DEGREES = [1, 1.3, 2, 3.7, 5.584615384615385, 10, 30, 100.5, 1000, 2398.123, 1e5, 1e7]


def t_cdf(t, df):
    t, df = mp.mpf(t), mp.mpf(df)
    tail = mp.betainc(df / 2, mp.mpf(1) / 2, 0, df / (df + t * t), regularized=True) / 2
    return tail if t < 0 else 1 - tail


def t_quantile(p, df):
    guess = mp.mpf(stats.t.ppf(p, df))
    return mp.findroot(lambda t: mp.log(t_cdf(t, df)) - mp.log(mp.mpf(p)), (guess, guess * (1 + mp.mpf(10) ** -6)), tol=1e-50)


def table(function, *arguments):
    rows = []
    for point in zip(*arguments):
        try:
            value = float(function(*point))
        except mp.libmp.NoConvergence:
            continue
        if value > 1e-300 or value < 0:
            rows.append([*point, value])
    return rows


def pairs(first, second):
    return zip(*[(x, y) for y in second for x in first])


if __name__ == "__main__":
    print(json.dumps({
        "tool": "mpmath", "version": mp.__version__, "script": "distributions.py",
        "normalCdf": table(mp.ncdf, [-30, -10, -6, -3, -1.96, -0.5, 0, 0.1, 1, 3, 8]),
        "normalQuantile": table(lambda p: mp.sqrt(2) * mp.erfinv(2 * mp.mpf(p) - 1),
                                [1e-6, 1e-4, 0.005, 0.025, 0.25, 0.4, 0.6, 0.975, 0.9999]),
        "studentTCdf": table(t_cdf, *pairs([-500, -60, -20, -8, -3.97, -1.96, -1, -0.5, -0.1, -1e-6, 0.7, 4], DEGREES)),
        "studentTQuantile": table(t_quantile, *pairs([1e-10, 1e-6, 0.0005, 0.005, 0.025, 0.05, 0.1, 0.25, 0.4, 0.975], DEGREES)),
    }).replace(', "', ',\n"'))
