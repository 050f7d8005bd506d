"""Preference profiles that both sides of the comparison read: profiles.py COUNT > FILE.

First line: the exponent e of Boulware concession. Then a line a party, six parties a negotiation:
the reservation value, then what each of the ten values of each of the three issues adds to the
utility (weight times evaluation). Each party's best outcome is worth 1, its worst 0.
"""
import random
import sys

PARTIES, ISSUES, VALUES, CONCESSION = 6, 3, 10, 0.25


def party(luck):
    weights = [luck.uniform(0.2, 1.2) for _ in range(ISSUES)]
    row = [luck.uniform(0.2, 0.4)]
    for weight in weights:
        values = [luck.random() for _ in range(VALUES)]
        low, high = min(values), max(values)
        row += [weight / sum(weights) * (v - low) / (high - low) for v in values]
    return row


if __name__ == "__main__":
    luck = random.Random(20240607)
    print(CONCESSION)
    for _ in range(int(sys.argv[1]) * PARTIES):
        print(*(repr(x) for x in party(luck)))
