"""Countries, pairs and the market of the slice. Sections in comments are those of docs/model.md."""
import math

import mesa

from slice_numbers import annuity, clip


class Country(mesa.Agent):
    """A government: fixed preferences, and the gains it sees."""

    def __init__(self, model, name, data):
        super().__init__(model)
        self.name = name
        self.rate, self.attention = data["discount_rate"], data["attention"]
        self.preferences, self.strategy = data["preferences"], data["strategy"]
        doctrine = data["doctrines"][0]
        self.priority = min(1, doctrine["priority"])
        self.stance = doctrine["stance"]
        mean = sum(self.stance.values()) / len(self.stance)
        weights = {k: w * math.exp(data["tilt"][k] * mean) for k, w in data["weights"].items()}
        self.security = weights["security"] / sum(weights.values())

    def menu(self, level):  # 7.13
        return self.attention[level]["menu"] * (1 - 0.6 * max(0, self.priority))

    def stream(self, years, hazard):  # 7.9: S_i(T, h)
        horizon = self.model.rules["horizon"]
        return annuity(self.rate + hazard, years) / annuity(self.rate, horizon)

    def tie(self, other):  # 7.9: ties
        worth = self.preferences["ties"]
        return self.security * worth * min(self.stance.get(other.name, 0),
                                           self.preferences["ties_cap"])


class Pair:
    """What two countries are to each other: affinity and trust, 7.22."""

    def __init__(self, model, data, stances):
        self.model = model
        self.affinity = data["affinity"]
        self.alpha = model.rules["trust_prior"] * data["trust"]
        self.beta = model.rules["trust_prior"] - self.alpha
        self.rest = clip(data["baseline"] + model.rules["stance_to_affinity"] * sum(stances) / 2
                         + model.rules["alliance_to_affinity"] * data["alliance"], -1, 1)
        self.warmth = self.breaches = self.lapses = self.years_kept = 0.0

    @property
    def trust(self):
        return self.alpha / (self.alpha + self.beta)

    def learn(self):
        r, dt = self.model.rules, self.model.dt
        g = r["affinity_memory"] ** dt
        self.affinity = clip(g * self.affinity + (1 - g) * self.rest
                             + r["affinity_deal"] * self.warmth
                             - r["affinity_breach"] * self.breaches, -1, 1)
        m, weight = r["trust_memory"] ** dt, r["trust_prior"]
        start = 0.5 + 0.35 * self.affinity
        self.alpha = m * self.alpha + (1 - m) * weight * start + 0.4 * self.years_kept
        self.beta = (m * self.beta + (1 - m) * weight * (1 - start)
                     + r["breach_weight"] * self.breaches + 0.3 * self.lapses)
        self.warmth = self.breaches = self.lapses = self.years_kept = 0.0


class Market:
    """Brent, 7.1."""

    def __init__(self, model, data):
        self.model, self.data = model, data
        self.log = math.log(data["brent_start"])
        self.brent = self.fast = self.slow = self.expected = data["brent_start"]

    def step(self):
        d, dt, luck = self.data, self.model.dt, self.model.random
        k, mean = d["brent_reversion"], math.log(d["brent_mean"])
        kept = math.exp(-k * dt)
        student = luck.gauss(0, 1) / math.sqrt(luck.gammavariate(2.5, 2) / 5)
        shock = clip(student / math.sqrt(5 / 3), -4, 4)
        spread = d["brent_volatility"] * math.sqrt((1 - kept * kept) / (2 * k))
        self.log = mean + (self.log - mean) * kept + spread * shock
        self.log = clip(self.log, math.log(5), math.log(300))
        self.brent = math.exp(self.log)
        self.fast += (1 - math.exp(-2 * dt / d["fast_memory"])) * (self.brent - self.fast)
        self.slow += (1 - math.exp(-2 * dt / d["slow_memory"])) * (self.brent - self.slow)
        self.expected = self.fast + d["slow_weight"] * (self.slow - self.fast)
