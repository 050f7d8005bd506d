"""Numbers of a scenario file and what it includes, and small mathematics."""
import math
import pathlib

import yaml

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def merge(below, above):
    """Maps merge key by key, everything else is replaced; the including file wins."""
    if not (isinstance(below, dict) and isinstance(above, dict)):
        return above
    result = dict(below)
    for key, value in above.items():
        result[key] = merge(below[key], value) if key in below else value
    return result


def load(path):
    path = pathlib.Path(path)
    own = yaml.load(path.read_text(), Loader)
    result = {}
    for name in own.get("include", []):
        result = merge(result, load(path.parent / name))
    return merge(result, own)


def plain(node):
    """{value: 3, unit: ...} becomes 3."""
    if isinstance(node, dict):
        return node["value"] if "value" in node else {k: plain(v) for k, v in node.items()}
    return [plain(v) for v in node] if isinstance(node, list) else node


def scenario(path):
    data = plain(load(path))
    default = data["countries"].pop("default", {})
    data["countries"] = {k: merge(default, v) for k, v in data["countries"].items()}
    return data


def logistic(x):
    return 1 / (1 + math.exp(-x)) if x > -700 else 0.0


def annuity(rate, years):
    return (1 - (1 + rate) ** -years) / rate


def clip(x, low, high):
    return max(low, min(high, x))
