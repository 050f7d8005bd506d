"""check_types.py must see a name that stands for two types, and nothing else."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = pathlib.Path(__file__).resolve().parents[2] / "tools" / "check_types.py"


def run(first, second):
    with tempfile.TemporaryDirectory() as root:
        for name, text in (("sim/a.hpp", first), ("studies/b.cpp", second)):
            path = pathlib.Path(root, name)
            path.parent.mkdir()
            path.write_text(text, encoding="utf-8")
        return subprocess.run([sys.executable, CHECK, root], capture_output=True, text=True, check=False)


def within(space, text):
    return f"namespace {space} {{\n\n{text}\n\n}}  // namespace {space}\n"


BODY = "struct Spread {\n  int x;\n};"


class Types(unittest.TestCase):
    def test_two_types_of_one_name_fail_with_both_places(self):
        report = run(within("tumen", BODY), within("tumen", "class Spread final : Base {\n};"))
        self.assertEqual(report.returncode, 1)
        self.assertIn("tumen::Spread: sim/a.hpp:3, studies/b.cpp:3", report.stdout)

    def test_names_of_other_namespaces_and_declarations_pass(self):
        for other in (within("tumen::test", BODY), within("tumen", "struct Spread;"),
                      within("tumen", "enum class Spread : int;"),
                      "namespace tumen {\nnamespace {\n\n" + BODY + "\n\n}  // namespace\n}  // namespace tumen\n"):
            self.assertEqual(run(within("tumen", BODY), other).returncode, 0, other)


if __name__ == "__main__":
    unittest.main()
