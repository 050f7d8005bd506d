"""The same negotiations in NegMAS: negmas_offers.py PROFILES FIRST COUNT [strict] prints JSON.

NegMAS's own mechanism and negotiator, at their defaults but for what the comparison fixes: the
number of rounds, the exponent and a tolerance of 0 (its default accepts .001 below the aspiration).
Utility functions are built before the clock starts; sorting the outcomes is part of a negotiation,
as it is on the other side. Seconds are of processor time.

NegMAS's search takes an outcome that lies up to 1e-6 below the aspiration where that one is nearer
than the least above it. `strict` sets this to 0; it is for finding out why two agreements differ.
"""
import json
import sys
import time
import warnings

warnings.filterwarnings("ignore")

from negmas import SAOMechanism, make_issue, make_os  # noqa: E402
from negmas.preferences import LinearAdditiveUtilityFunction  # noqa: E402
from negmas.preferences import PresortingInverseUtilityFunction  # noqa: E402
from negmas.preferences.value_fun import TableFun  # noqa: E402
from negmas.sao.negotiators import AspirationNegotiator  # noqa: E402

PARTIES, ISSUES, VALUES, ROUNDS = 6, 3, 10, 100
OUTCOMES = make_os([make_issue(VALUES, f"issue {k}") for k in range(ISSUES)])


def utility(row):
    """The evaluations come multiplied by their weights, so the weights are 1."""
    tables = [row[1 + k * VALUES:1 + (k + 1) * VALUES] for k in range(ISSUES)]
    return LinearAdditiveUtilityFunction(
        values=[TableFun(dict(enumerate(t))) for t in tables],
        weights=[1.0] * ISSUES, outcome_space=OUTCOMES, reserved_value=row[0])


def read(file, first, count):
    """The exponent of the time curve, t to the power 1/e, and utilities by negotiation."""
    with open(file) as lines:
        exponent = 1 / float(next(lines))
        rows = [[float(x) for x in line.split()] for line in lines]
    return exponent, [[utility(r) for r in rows[k * PARTIES:(k + 1) * PARTIES]]
                      for k in range(first, first + count)]


class Strict(PresortingInverseUtilityFunction):
    def worst_in(self, rng, normalized, cycle=True, eps=0.0):
        return super().worst_in(rng, normalized, cycle, 0.0)


def negotiate(exponent, utilities, inverter):
    """Round of the agreement, counted from 0, and its outcome; -1s without a deal."""
    talks = SAOMechanism(outcome_space=OUTCOMES, n_steps=ROUNDS)
    for u in utilities:
        talks.add(AspirationNegotiator(aspiration_type=exponent, tolerance=0.0,
                                       ufun_inverter=inverter), ufun=u)
    end = talks.run()
    return [end.step - 1, *end.agreement] if end.agreement else [-1] * (1 + ISSUES)


def main():
    file, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    exponent, negotiations = read(file, first, count)
    inverter = Strict if sys.argv[4:] == ["strict"] else None
    start = time.process_time()
    agreed = [negotiate(exponent, utilities, inverter) for utilities in negotiations]
    seconds = time.process_time() - start
    print(json.dumps({"seconds": seconds, "agreed": agreed}))


if __name__ == "__main__":
    main()
