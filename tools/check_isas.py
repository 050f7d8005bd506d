#!/usr/bin/env python3
"""Checks that code for AVX stays where it may run.

Usage: check_isas.py BUILD_DIR

Each lanes_<symbol>_<set>.o exports one symbol, tumen_<symbol>_<set>; no other object of the libraries and of
the program holds an instruction with a VEX or EVEX prefix (a mnemonic that starts with v).
"""

import pathlib
import re
import subprocess
import sys

INSTRUCTION = re.compile(r"^\s*[0-9a-f]+:\t(v[a-z0-9]+)\b", re.MULTILINE)
# The few mnemonics with a v that are no AVX: segment checks and virtualisation.
NOT_AVX = re.compile(r"^(verr|verw|vm(call|func|launch|resume|xon|xoff|clear|ptrld|ptrst|read|write|run|"
                     r"load|save|mcall))$")
WIDE_UNIT = re.compile(r"tumen_lanes_\w+_avx")


def output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def avx_of(disassembly: str) -> set[str]:
    return {name for name in INSTRUCTION.findall(disassembly) if not NOT_AVX.match(name)}


def exported(obj: pathlib.Path) -> list[str]:
    lines = output("nm", "--defined-only", "--extern-only", str(obj)).splitlines()
    return [line.split()[-1] for line in lines if line]


def main() -> int:
    build = pathlib.Path(sys.argv[1])
    problems = []
    units = sorted(build.glob("sim/lanes_*.o"))
    for unit in units:
        if exported(unit) != ["tumen_" + unit.stem.removeprefix("lanes_")]:
            problems.append(f"{unit.name} exports {', '.join(exported(unit)[:5]) or 'nothing'}")
    wide = [u for u in units if not u.stem.endswith("_baseline")]
    for unit in wide:
        if not avx_of(output("objdump", "-d", "--no-show-raw-insn", str(unit))):
            problems.append(f"{unit.name} holds no AVX instruction")
    objects = [o for folder in ("sim", "cli") for o in build.glob(f"{folder}/CMakeFiles/**/*.o")
               if not WIDE_UNIT.search(str(o))]
    for obj in objects + [u for u in units if u not in wide]:
        found = avx_of(output("objdump", "-d", "--no-show-raw-insn", str(obj)))
        if found:
            problems.append(f"{obj.relative_to(build)} holds {', '.join(sorted(found)[:5])}")
    if not units or not objects:
        problems.append(f"no objects under {build}")
    for problem in problems:
        print(problem)
    print(f"{len(units)} units, {len(objects)} other objects, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
