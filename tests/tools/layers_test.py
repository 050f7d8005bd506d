"""check_layers.py must fail on each breach of the plan, and on nothing else."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = pathlib.Path(__file__).resolve().parents[2] / "tools" / "check_layers.py"

# One breach each: (file, its text, what the report must say).
BREACHES = [
    ("world/a.hpp", '#include "agents/b.hpp"', "world/ may not include agents/"),
    ("agents/a.hpp", '#include "policies/b.hpp"', "agents/ may not include policies/"),
    ("policies/a.hpp", '#include "sim/b.hpp"', "policies/ may not include sim/"),
    ("sim/a.cpp", '#include "studies/b.hpp"', "sim/ may not include studies/"),
    ("studies/a.cpp", '#include "cli/b.hpp"', "studies/ may not include cli/"),
    ("server/a.cpp", '#include "cli/b.hpp"', "server/ may not include cli/"),
    ("studies/a.cpp", '#include "server/b.hpp"', "studies/ may not include server/"),
    ("server/a.cpp", "void f() { std::printf(text); }", "never prints"),
    ("sim/a.cpp", '#include "tests/support/b.hpp"', "sim/ may not include tests/"),
    ("sim/a.cpp", '#include "../world/b.hpp"', "from the root"),
    ("sim/a.cpp", '#include "a.hpp"', "from the root"),
    ("sim/a.cpp", "#include <yaml-cpp/yaml.h>", "yaml-cpp"),
    ("sim/document/a.hpp", "#include <yaml-cpp/yaml.h>", "yaml-cpp"),
    ("sim/ensemble.cpp", "#include <tbb/parallel_for.h>", "TBB"),
    ("sim/ensemble.cpp", "#include <oneapi/tbb.h>", "TBB"),
    ("sim/run.cpp", "#include <netcdf>", "netCDF"),
    ("studies/a.cpp", "#include <ClpSimplex.hpp>", "CLP"),
    ("sim/a.cpp", "#include <boost/json.hpp>", "Boost.JSON"),
    ("cli/a.cpp", "#include <boost/beast/core.hpp>", "Boost.Beast"),
    ("sim/a.cpp", "#include <CLI/CLI.hpp>", "CLI11"),
    ("agents/a.hpp", "#include <Random123/philox.h>", "Random123"),
    ("world/a.hpp", "#include <fmt/core.h>", "fmt"),
    ("world/a.hpp", "#include <iostream>", "the core may not include <iostream>"),
    ("agents/a.hpp", "#include <thread>", "the core may not include <thread>"),
    ("policies/a.hpp", "#include <mutex>", "the core may not include <mutex>"),
    ("sim/tick.hpp", "#include <fstream>", "the core may not include <fstream>"),
    ("world/a.hpp", "void f() { throw 1; }", "no exception"),
    ("world/a.hpp", "double f(double x) { return std::exp(x); }", "world/math.hpp"),
    ("sim/tick.hpp", "double f(double x) { return std::log (x); }", "world/math.hpp"),
    ("agents/a.hpp", "double f(double x) { return std::pow(x, 2); }", "world/math.hpp"),
    ("policies/a.hpp", "int* f() { return new int; }", "allocates nothing"),
    ("sim/a.cpp", 'void f() { std::cout << "x"; }', "never prints"),
    ("sim/a.cpp", "void f() { std::exit(1); }", "never exits"),
]

# What looks like a breach and is none.
SOUND = [
    ("world/a.hpp", "// throw away; a new law\n/* std::exp(x)\n throw */\nint f();"),
    ("world/b.hpp", 'constexpr auto text = "throw new std::exp(1)";'),
    ("world/c.hpp", "constexpr int thousand = 1'000; double f() { return std::sqrt(2.0); }"),
    ("world/d.hpp", "int renew(int throws); double g(double x) { return exp(x); }"),
    ("world/rng.hpp", "#include <Random123/philox.h>"),
    ("sim/document/a.cpp", "#include <yaml-cpp/yaml.h>\nvoid f() { throw 1; }"),
    ("sim/parallel_tbb.cpp", "#include <tbb/parallel_for.h>"),
    ("sim/netcdf_writer.cpp", "#include <netcdf>"),
    ("sim/coalition/nucleolus.cpp", "#include <ClpSimplex.hpp>"),
    ("sim/json_writer.cpp", "#include <boost/json.hpp>"),
    ("sim/a.cpp", '#include "policies/b.hpp"\n#include <fmt/core.h>\nauto f() { return fmt::format("x"); }'),
    ("cli/main.cpp", '#include <CLI/CLI.hpp>\n#include <iostream>\n#include "sim/a.hpp"'),
    ("tests/sim/a_test.cpp", '#include <catch2/catch.hpp>\n#include <tbb/info.h>\n#include "sim/a.hpp"'),
]


def run(files):
    with tempfile.TemporaryDirectory() as root:
        for name, text in files:
            path = pathlib.Path(root, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text + "\n", encoding="utf-8")
        return subprocess.run([sys.executable, CHECK, root], capture_output=True, text=True, check=False)


class Layers(unittest.TestCase):
    def test_each_breach_fails_and_is_named_with_its_place(self):
        for name, text, message in BREACHES:
            with self.subTest(file=name, text=text):
                report = run([(name, text)])
                self.assertEqual(report.returncode, 1, report.stdout)
                self.assertIn(f"{name}:1: ", report.stdout)
                self.assertIn(message, report.stdout)

    def test_a_sound_tree_passes(self):
        report = run(SOUND)
        self.assertEqual(report.stdout, f"{len(SOUND)} files, 0 faults\n")
        self.assertEqual(report.returncode, 0)

    def test_the_line_after_a_long_comment_is_counted_right(self):
        report = run([("world/a.hpp", "/* one\n two\n three */\nvoid f() { throw 1; }")])
        self.assertIn("world/a.hpp:4: ", report.stdout)

    def test_a_tree_without_sources_fails(self):
        self.assertEqual(run([]).returncode, 1)


if __name__ == "__main__":
    unittest.main()
