"""bench/compare must tell a faster program from an equal one."""
import importlib.machinery
import importlib.util
import os
import pathlib
import stat
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "bench" / "compare"


def load():
    sys.dont_write_bytecode = True
    loader = importlib.machinery.SourceFileLoader("compare", str(SCRIPT))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("compare", loader))
    loader.exec_module(module)
    return module


compare = load()


class Statistics(unittest.TestCase):
    def test_the_ratio_is_the_median_of_the_rounds(self):
        pairs = [({"a": 10.0}, {"a": 20.0}), ({"a": 10.0}, {"a": 30.0}), ({"a": 1.0}, {"a": 9.0})]
        [(name, median, low, high)] = compare.compared(pairs)
        self.assertEqual((name, median), ("a", 3.0))
        self.assertEqual((low, high), (2.0, 9.0))  # three rounds say no more than their extremes

    def test_an_interval_narrows_with_rounds_and_holds_the_median(self):
        few = [1.0 + 0.01 * (k % 10) for k in range(10)]
        many = few * 10
        low, high = compare.bootstrap(few)
        narrow_low, narrow_high = compare.bootstrap(many)
        self.assertLess(narrow_high - narrow_low, high - low)
        self.assertTrue(low <= 1.045 <= high and narrow_low <= 1.045 <= narrow_high)

    def test_equal_rounds_leave_no_interval(self):
        self.assertEqual(compare.bootstrap([1.25] * 5), (1.25, 1.25))

    def test_a_rate_that_one_report_lacks_is_left_out(self):
        pairs = [({"a": 1.0, "b": 1.0}, {"a": 1.0})]
        self.assertEqual([row[0] for row in compare.compared(pairs)], ["a"])

    def test_who_goes_first_turns(self):
        order = []
        pairs = compare.measure_in_turn(lambda: order.append("old") or "o",
                                        lambda: order.append("new") or "n", 3)
        self.assertEqual(order, ["old", "new", "new", "old", "old", "new"])
        self.assertEqual(pairs, [("o", "n")] * 3)


class Program(unittest.TestCase):
    def run_on(self, old, new, rounds=6):
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for name, text in (("old", old), ("new", new)):
                path = pathlib.Path(folder, name)
                path.write_text("#!/bin/sh\n" + text, encoding="utf-8")
                path.chmod(path.stat().st_mode | stat.S_IXUSR)
                paths.append(os.fspath(path))
            return subprocess.run([sys.executable, SCRIPT, "--rounds", str(rounds), *paths],
                                  capture_output=True, text=True, check=False)

    def test_reports_are_compared_rate_by_rate(self):
        report = ('echo \'{"rows": [{"isa": "avx2", "threads": 2, "runs_per_s": %d}], "us_per_tick": 10, '
                  '"futures_1000x40_ms": 50}\'')
        told = self.run_on(report % 100, report % 150)
        self.assertEqual(told.returncode, 0, told.stderr)
        self.assertRegex(told.stdout, r"avx2, 2 threads \[runs/s\] +1.500 +1.500 +1.500 +faster")
        self.assertNotIn("faster", self.run_on(report % 100, report % 150, 5).stdout)  # too few to say
        self.assertRegex(told.stdout, r"1,000 futures \[1/s\] +1.000 +1.000 +1.000\n")

    def test_a_command_that_fails_is_told(self):
        told = self.run_on("exit 1", "exit 0")
        self.assertEqual(told.returncode, 2)
        self.assertIn("must end well", told.stderr)


if __name__ == "__main__":
    unittest.main()
