"""Two-sample tests of the slice: compare_slice.py MESA.json RUNS.csv prints JSON.

Shares by a two-proportion z test, everything else by Kolmogorov and Smirnov's test (on counts and
shares of ticks, which have ties, it errs on the side of agreement). All p-values are held against
one family-wise level of .01 by Holm's method. A year is compared over the runs that have one.
"""
import csv
import json
import math
import sys

from scipy import stats

LEVEL = 0.01
SHARES = (".signed", ".entered", ".breached")


def rounded(x):
    """Nine decimals: runs in which the same happened end alike but for the last digits of double."""
    return round(x, 9)


def tumen_runs(file, names):
    """Values by outcome; runs without a value are left out, their number is kept beside it."""
    values = {name: [] for name in names}
    runs = set()
    with open(file) as rows:
        for row in csv.DictReader(rows):
            runs.add(row["run"])
            if row["outcome"] in values and row["value"] not in ("", "nan"):
                values[row["outcome"]].append(rounded(float(row["value"])))
    return len(runs), values


def mean(v):
    return sum(v) / len(v) if v else math.nan


def test(name, a, b):
    """Statistic and p-value of the hypothesis that both are drawn from one distribution."""
    if not name.endswith(SHARES):
        result = stats.ks_2samp(a, b)
        return "KS", float(result.statistic), float(result.pvalue)
    pooled = (sum(a) + sum(b)) / (len(a) + len(b))
    spread = math.sqrt(pooled * (1 - pooled) * (1 / len(a) + 1 / len(b)))
    z = (mean(a) - mean(b)) / spread if spread > 0 else 0.0
    return "z", z, math.erfc(abs(z) / math.sqrt(2))


def holm(p_values):
    """Adjusted p-values in the order given."""
    order = sorted(range(len(p_values)), key=lambda k: p_values[k])
    adjusted, running = [0.0] * len(p_values), 0.0
    for rank, k in enumerate(order):
        running = max(running, min(1.0, (len(order) - rank) * p_values[k]))
        adjusted[k] = running
    return adjusted


def compare(mesa, csv_file):
    names = list(mesa[0])
    count, tumen = tumen_runs(csv_file, names)
    rows = []
    for name in names:
        peer = [rounded(run[name]) for run in mesa if run[name] is not None]
        if len(set(peer)) < 2 and len(set(tumen[name])) < 2 and set(peer) == set(tumen[name]):
            continue  # the same constant on both sides: nothing to test
        kind, statistic, p = test(name, tumen[name], peer)
        rows.append({"outcome": name, "test": kind, "tumen": mean(tumen[name]), "mesa": mean(peer),
                     "statistic": statistic, "p": p})
    for row, adjusted in zip(rows, holm([row["p"] for row in rows])):
        row["p_holm"] = adjusted
    return {"level": LEVEL, "runs": {"tumen": count, "mesa": len(mesa)}, "tests": rows,
            "disagree": [row["outcome"] for row in rows if row["p_holm"] < LEVEL]}


if __name__ == "__main__":
    with open(sys.argv[1]) as file:
        print(json.dumps(compare(json.load(file)["runs"], sys.argv[2]), indent=1))
