#!/usr/bin/env python3
"""How the series of configs/ follow from published tables: derive_series.py TABLE.csv WHAT.

Prints the numbers in the form the configuration holds them in, so that a reader can repeat them.

    brent     monthly Brent (columns month as YYYY-MM, variable, value in USD/bbl; World Bank Pink
              Sheet) -> quarterly means, and their log-median
    annual ISO3 VARIABLE [FACTOR]
              yearly values (columns iso3, year, variable, value) -> points at mid-year x FACTOR
    net ISO3 DEMAND PRODUCTION [LEAD]
              demand less production, LEAD years ahead (what a planner has to provide for)
"""
import csv
import math
import sys


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def yearly(rows, iso3, variable):
    return {int(r["year"]): float(r["value"]) for r in rows
            if r["iso3"] == iso3 and r["variable"] == variable}


def brent(rows):
    by_month = {r["month"]: float(r["value"]) for r in rows if r["variable"] == "brent"}
    months = sorted(by_month)
    means = [sum(by_month[m] for m in months[i:i + 3]) / 3 for i in range(0, len(months) - 2, 3)]
    for i in range(0, len(means), 12):
        print(", ".join(f"{x:.1f}" for x in means[i:i + 12]) + ",")
    print(f"# {len(means)} quarters from {months[0]}, median exp(mean log) "
          f"{math.exp(sum(map(math.log, means)) / len(means)):.1f}")


def print_points(values, digits):
    print("points: [" + ", ".join(f"[{y + 0.5}, {v:.{digits}f}]"
                                  for y, v in sorted(values.items())) + "]")


def main():
    path, what, *rest = sys.argv[1:]
    rows = read(path)
    if what == "brent":
        brent(rows)
    elif what == "annual":
        iso3, variable, *factor = rest
        scale = float(factor[0]) if factor else 1.0
        print_points({y: v * scale for y, v in yearly(rows, iso3, variable).items()}, 1)
    elif what == "net":
        iso3, demand, production, *lead = rest
        used, made = yearly(rows, iso3, demand), yearly(rows, iso3, production)
        ahead = int(lead[0]) if lead else 0
        print_points({y - ahead: used[y] - made[y] for y in used if y in made}, 1)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
