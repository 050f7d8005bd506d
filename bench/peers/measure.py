"""Runs both comparisons, the two sides in turn: measure.py BUILD_FOLDER BLOCKS.

A block measures the peer, then Tumen; a ratio is that of one block. All seconds are of processor
time, one thread on either side, so that what else the machine does matters less.
"""
import datetime
import json
import pathlib
import platform
import resource
import statistics
import subprocess
import sys
from importlib.metadata import version

from compare_slice import compare

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
NEGOTIATIONS, RUNS = 25, 500  # of the peer in a block
TUMEN_RUNS = (2000, 162000)    # what starting costs is in both and drops out of the difference


def run(*command):
    return subprocess.run([str(c) for c in command], check=True, capture_output=True, text=True).stdout


def script(name, *arguments):
    return json.loads(run(sys.executable, HERE / name, *arguments))


def seconds_of(*command):
    def used():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime
    before = used()
    run(*command)
    return used() - before


def summary(values):
    return {"median": statistics.median(values), "least": min(values), "most": max(values)}


def speeds(tumen, peer):
    return {"tumen_per_second": summary(tumen), "peer_per_second": summary(peer),
            "ratio": summary([a / b for a, b in zip(tumen, peer)])}


def agreements(file):
    return [[int(x) for x in line.split()] for line in file.read_text().splitlines()]


def offers(folder, blocks):
    """Alternating offers against NegMAS: speeds, and where the agreements differ."""
    profiles, out = folder / "profiles.txt", folder / "offers"
    profiles.write_text(run(sys.executable, HERE / "profiles.py", max(1024, blocks * NEGOTIATIONS)))
    tumen, peer, theirs = [], [], []
    for block in range(blocks):
        negmas = script("negmas_offers.py", profiles, block * NEGOTIATIONS, NEGOTIATIONS)
        peer.append(NEGOTIATIONS / negmas["seconds"])
        theirs += negmas["agreed"]
        ours = json.loads(run(folder / "bin/alternating_offers", profiles, out, 1))
        tumen.append(ours["per_second"]["lanes_float_16"])
        print(f"  negotiations, block {block + 1} of {blocks}", file=sys.stderr)
    in_double, in_lanes = agreements(out.with_suffix(".double")), agreements(out.with_suffix(".lanes"))
    differ = [k for k, theirs_k in enumerate(theirs) if theirs_k != in_double[k]]
    strict = {k: script("negmas_offers.py", profiles, k, 1, "strict")["agreed"][0] for k in differ}
    return {**speeds(tumen, peer), "other_number_types_per_second": ours["per_second"],
            "lanes_equal_float": ours["lanes_equal_float"], "profiles_compared": len(theirs),
            "without_deal": sum(t[0] < 0 for t in theirs),
            "lanes_differ_from_double": sum(a != b for a, b in zip(in_lanes, in_double)),
            "differ": [{"profile": k, "negmas": theirs[k], "tumen": in_double[k],
                        "negmas_with_strict_search": strict[k]} for k in differ]}


def batch(folder, runs, names, *more, scenario="bench-slice"):
    asked = [part for name in names for part in ("--outcome", name)]
    return (folder / "bin/tumen", "batch", scenario, "--runs", runs, "--threads", 1, "--quiet",
            "--follow", "none", "--force", "--out", folder / "slice", *asked, *more)


def slice_(folder, blocks):
    """The scenario bench-slice against Mesa: speeds, and tests of equal distributions."""
    scenario = ROOT / "configs/scenarios/bench-slice.yaml"
    tumen, peer, theirs = [], [], []
    for block in range(blocks):
        mesa = script("mesa_slice.py", scenario, RUNS, block + 1)
        peer.append(RUNS / mesa["seconds"])
        theirs += mesa["runs"]
        few, many = (seconds_of(*batch(folder, n, theirs[0])) for n in TUMEN_RUNS)
        tumen.append((TUMEN_RUNS[1] - TUMEN_RUNS[0]) / (many - few))
        print(f"  slice, block {block + 1} of {blocks}", file=sys.stderr)
    run(*batch(folder, 20000, theirs[0], "--per-run", "--double"))
    return {**speeds(tumen, peer), "tests": compare(theirs, folder / "slice/runs.csv")}


def low_trust(folder, runs):
    """The tests alone, where trust is low."""
    scenario = HERE / "low-trust.yaml"
    theirs = script("mesa_slice.py", scenario, runs)["runs"]
    run(*batch(folder, 20000, theirs[0], "--per-run", "--double", scenario=scenario))
    return compare(theirs, folder / "slice/runs.csv")


def machine():
    model = [line.split(":")[1].strip() for line in open("/proc/cpuinfo") if "model name" in line]
    return {"processor": model[0] if model else platform.processor(), "cores": len(model),
            "system": platform.platform(), "python": platform.python_version(),
            "date": datetime.date.today().isoformat(),
            "commit": run("git", "-C", ROOT, "rev-parse", "--short", "HEAD").strip(),
            "packages": {name: version(name) for name in ("negmas", "Mesa", "numpy", "scipy")}}


def row(name, unit, result):
    ours, theirs, ratio = (result[k] for k in ("tumen_per_second", "peer_per_second", "ratio"))
    return (f"{name:<24}{unit:<16}{ours['median']:>12,.0f}{theirs['median']:>12,.1f}"
            f"{ratio['median']:>10,.0f}  {ratio['least']:,.0f} to {ratio['most']:,.0f}")


def verdict(name, tests):
    return (f"{name}: {len(tests['disagree'])} of {len(tests['tests'])} outcomes differ at the "
            f"family-wise level {tests['level']} ({tests['runs']['tumen']:,} runs of Tumen, "
            f"{tests['runs']['mesa']:,} of Mesa){': ' if tests['disagree'] else ''}"
            f"{', '.join(tests['disagree'])}.")


def table(result):
    o, s = result["offers"], result["slice"]
    explained = [d for d in o["differ"] if d["negmas_with_strict_search"] == d["tumen"]]
    return "\n".join([
        f"{result['machine']['processor']}, one core, {result['machine']['date']}",
        f"{'comparison':<24}{'per second':<16}{'Tumen':>12}{'peer':>12}{'ratio':>10}  over the blocks",
        row("alternating offers", "negotiations", o), row("slice of the engine", "runs", s), "",
        f"Agreements: the same round and outcome as NegMAS in "
        f"{o['profiles_compared'] - len(o['differ'])} of {o['profiles_compared']} negotiations; "
        f"{len(explained)} of the other {len(o['differ'])} with NegMAS's search at tolerance 0.",
        verdict("Slice", s["tests"]), verdict("Slice at low trust", result["low_trust"])])


def main():
    folder, blocks = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2])
    result = {"machine": machine(), "offers": offers(folder, blocks),
              "slice": slice_(folder, blocks), "low_trust": low_trust(folder, blocks * RUNS)}
    (folder / "peers.json").write_text(json.dumps(result, indent=1) + "\n")
    print(table(result))


if __name__ == "__main__":
    main()
