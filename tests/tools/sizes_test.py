"""check_sizes.py must fail above 300 lines and name a file above 250."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = pathlib.Path(__file__).resolve().parents[2] / "tools" / "check_sizes.py"


def run(lines):
    with tempfile.TemporaryDirectory() as root:
        path = pathlib.Path(root, "world", "law.hpp")
        path.parent.mkdir()
        path.write_text("int x;\n" * lines, encoding="utf-8")
        return subprocess.run([sys.executable, CHECK, root], capture_output=True, text=True, check=False)


class Sizes(unittest.TestCase):
    def test_three_hundred_lines_pass_and_one_more_fails(self):
        self.assertEqual(run(300).returncode, 0)
        report = run(301)
        self.assertEqual(report.returncode, 1)
        self.assertIn("world/law.hpp: 301 lines", report.stdout)

    def test_a_file_over_250_lines_is_named(self):
        self.assertNotIn("law.hpp", run(250).stdout)
        self.assertIn("law.hpp: 251 lines", run(251).stdout)


if __name__ == "__main__":
    unittest.main()
