"""The scenario bench-slice in Mesa, written from docs/model.md: mesa_slice.py SCENARIO RUNS [SEED].

Sections in comments are those of docs/model.md. Prints JSON: seconds of processor time, and the
outcomes of every run.
"""
import json
import math
import sys
import time
from itertools import combinations

import mesa

from slice_numbers import clip, logistic, merge, scenario
from slice_world import Country, Market, Pair


class Party:
    """A signatory's place in one package."""

    def __init__(self, country):
        self.country, self.aspiration = country, 1.0


class Package:
    """A deal: idle, in talks, signed, in force."""

    def __init__(self, model, name, data, instrument):
        self.model, self.name = model, name
        self.instrument = merge(instrument, data)
        countries = {role: model.country[c] for role, c in data["roles"].items()}
        self.clauses = [merge(c, {k: countries[c[k]] for k in ("payer", "payee", "first", "second")
                                  if k in c}) for c in instrument["clauses"]]
        self.parties = [Party(c) for c in countries.values()]
        self.pairs = [model.pair(a, b) for a, b in combinations(countries.values(), 2)]
        self.stage, self.clock, self.rest, self.memorandum = "idle", 0.0, 0.0, 0.0
        self.opened = self.memoranda = self.ticks_in_force = self.entered = self.breached = 0
        self.signed_year = None

    def chance(self, rate):
        return self.model.random.random() < 1 - math.exp(-rate * self.model.dt)

    def stop(self, years):
        self.stage, self.rest = "idle", years

    def mark(self, what, weight):
        for pair in self.pairs:
            setattr(pair, what, getattr(pair, what) + weight)

    def trusts(self, party):
        return [self.model.pair(party.country, other.country).trust
                for other in self.parties if other is not party]

    def value(self):  # 7.9 and 7.10; nobody else presses
        r = self.model.rules
        gain = {p.country: 0.0 for p in self.parties}
        for c in self.clauses:
            if c["clause"] == "ties":
                gain[c["first"]] += c["strength"] * c["first"].tie(c["second"])
                gain[c["second"]] += c["strength"] * c["second"].tie(c["first"])
                continue
            amount = c["amount"] * (1 + c.get("indexed", 0) * (self.model.market.expected / 60 - 1))
            trust = self.model.pair(c["payer"], c["payee"]).trust
            hazard = r["breach_rate"] * math.exp(-r["breach_slope"] * trust)
            gain[c["payer"]] -= amount * c["payer"].stream(c["years"], hazard)
            gain[c["payee"]] += amount * c["payee"].stream(c["years"], hazard)
        joint = sum(gain.values())
        for p in self.parties:
            p.total = gain[p.country]
            p.slot = p.country.attention[self.instrument["attention"]]["slot"]
            p.stake = max(joint, p.total, p.slot * len(self.parties))
            p.share = clip(p.total / joint, 0.02, 1) if joint > 0 else 1 / len(self.parties)

    def appeal(self):  # 7.13: memoranda
        r, product = self.model.rules, 1.0
        for p in self.parties:
            spread = p.country.strategy["option_spread"]
            u = p.total / spread
            pdf = math.exp(-u * u / 2) / math.sqrt(2 * math.pi)
            option = spread * (pdf + u * (1 + math.erf(u / math.sqrt(2))) / 2)
            lowest = min(self.model.pair(p.country, q.country).affinity
                         for q in self.parties if q is not p)
            worth = (option + r["memorandum_goodwill"] * min(0, lowest)
                     - p.country.strategy["memorandum_cost"])
            product *= logistic(worth / r["memorandum_temperature"])
        return product

    def propose(self):  # 7.13
        m = self.model
        self.rest = max(0.0, self.rest - m.dt)
        if self.instrument["needs_memorandum"]:
            held = self.memorandum > 0
            self.memorandum = max(0.0, self.memorandum - m.dt)
            if held and self.memorandum == 0 and self.stage == "idle":
                self.mark("lapses", 1)
            if not held and self.stage == "idle" and self.chance(
                    m.rules["memorandum_rate"] * self.appeal()):
                self.memorandum = m.rules["memorandum_life"]
                self.memoranda += 1
        needs = self.instrument["needs_memorandum"] and self.memorandum <= 0
        if self.stage != "idle" or self.rest > 0 or needs:
            return
        level = self.instrument["attention"]
        share = min(max(0, p.total) / (max(0, p.total) + p.country.menu(level))
                    for p in self.parties)
        if any([self.chance(p.country.strategy["attention_rate"] * share) for p in self.parties]):
            self.stage, self.clock = "talks", 0.0
            self.opened += 1
            for p in self.parties:
                p.noise, p.aspiration = m.random.gauss(0, 1), 1.0

    def bargain(self):  # 7.14; returns whether the deal is struck
        if self.stage != "talks":
            return False
        m, rate, rational = self.model, self.model.rules["agreement_rate"], True
        kept = m.rules["noise_persistence"] ** m.dt
        conceded = sum(1 - p.aspiration for p in self.parties) / len(self.parties)
        for p in self.parties:
            s = p.country.strategy
            p.noise = kept * p.noise + math.sqrt(1 - kept * kept) * m.random.gauss(0, 1)
            seen = (p.total / p.stake - s["margin"]
                    + s["noise"] * (1 - min(self.trusts(p))) * p.noise)
            goal = s["kappa"] * p.share
            f = s["start"] + (1 - s["start"]) * min(1, self.clock / s["deadline"]) ** (
                1 / s["concession"])
            f = clip(f + s["reciprocity"] * (conceded - f), 0, 1)
            p.aspiration = goal + (1 - goal) * (1 - f)
            rate *= logistic((seen - p.aspiration) / s["temperature"])
            rational = rational and seen >= 0
        struck = rational and self.chance(rate)
        longest = max(p.country.strategy["deadline"] for p in self.parties)
        if not struck and self.clock > m.rules["deadline_slack"] * longest:
            self.stop(m.rules["rest"])
        self.clock += m.dt
        return struck

    def ratify(self):  # 7.16
        if self.stage != "signed":
            return
        self.clock += self.model.dt
        if self.clock <= max(p.country.strategy["ratification"] for p in self.parties):
            return
        votes = [self.model.random.random() < logistic(
            (p.total / p.stake - p.country.strategy["margin"])
            / p.country.strategy["domestic_temperature"])
            for p in self.parties if "domestic_temperature" in p.country.strategy]
        if not all(votes):
            self.stop(self.model.rules["rest"])
            return
        self.stage, self.entered, self.in_force_years = "in force", 1, 0.0
        self.mark("warmth", 0.5)  # 7.22 and 9: half of a deal's warmth for all who sign
        for c in self.clauses:  # 7.17
            if c["clause"] == "ties":
                self.model.pair(c["first"], c["second"]).warmth += c["strength"]

    def sign(self):
        self.stage, self.clock = "signed", 0.0
        self.signed_year = self.signed_year or self.model.year

    def breach_rate(self, p):  # 7.21
        r = self.model.rules
        kept = 4 * p.total + p.country.strategy["audience"] - 1.5 * max(0, -p.total)
        exponent = clip(-r["breach_slope"] * max(self.trusts(p)) * kept
                        / max(abs(4 * p.total), 4 * p.slot), -6, 3)
        return r["breach_rate"] * math.exp(exponent)

    def keep(self):  # 7.20 to 7.22
        if self.stage != "in force":
            return
        if any([self.chance(self.breach_rate(p)) for p in self.parties]):
            self.breached = 1
            self.stop(2 * self.model.rules["rest"])
            self.mark("breaches", 1)
            return
        self.mark("years_kept", self.model.dt)
        self.in_force_years += self.model.dt
        if self.in_force_years >= self.instrument.get("lasts", math.inf):
            self.stop(0)
        else:
            self.ticks_in_force += 1


class Slice(mesa.Model):
    def __init__(self, data, seed):
        super().__init__(seed=seed)
        self.rules, self.dt = data["rules"], 1 / data["ticks_per_year"]
        self.start, self.ticks = data["start"], data["ticks"]
        self.market = Market(self, data["market"])
        self.country = {k: Country(self, k, v) for k, v in data["countries"].items()}
        self.relations, self.between = {}, {}
        for name, values in data["pairs"].items():
            a, b = name.split("-")
            stances = [self.country[a].stance.get(b, 0), self.country[b].stance.get(a, 0)]
            self.relations[name] = self.between[a, b] = self.between[b, a] = Pair(
                self, values, stances)
        self.packages = [Package(self, k, v, data["instruments"][v["instrument"]])
                         for k, v in data["packages"].items()]
        self.trust_sum = dict.fromkeys(self.relations, 0.0)
        self.year = self.start

    def pair(self, a, b):
        return self.between[a.name, b.name]

    def step(self):  # the order of section 3
        self.year = self.start + (self.steps - 1) * self.dt
        self.market.step()
        for p in self.packages:
            p.value()
        for p in self.packages:
            p.propose()
        struck = [p for p in self.packages if p.bargain()]
        for p in self.packages:
            p.ratify()
        for p in struck:
            p.sign()
        for p in self.packages:
            p.keep()
        for name, pair in self.relations.items():
            pair.learn()
            self.trust_sum[name] += pair.trust

    def outcomes(self):
        out = {"market.world.brent@2019.75-2020": self.market.brent}
        for name, total in self.trust_sum.items():
            out[f"pairs.{name}.trust"] = total / self.ticks
        for p in self.packages:
            out |= {f"packages.{p.name}.{k}": v for k, v in {
                "opened": p.opened, "memoranda": p.memoranda, "signed": int(bool(p.signed_year)),
                "signed_year": p.signed_year, "entered": p.entered, "breached": p.breached,
                "in_force": p.ticks_in_force / self.ticks}.items()}
        return out


def main():
    data, runs = scenario(sys.argv[1]), int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    start = time.process_time()
    outcomes = []
    for k in range(runs):
        model = Slice(data, seed * 1_000_003 + k)
        for _ in range(model.ticks):
            model.step()
        outcomes.append(model.outcomes())
    print(json.dumps({"seconds": time.process_time() - start, "runs": outcomes}))


if __name__ == "__main__":
    main()
