#!/usr/bin/env python3
"""Fail if a source file breaks the plan of the house: check_layers.py [ROOT].

Three rules, each a table below: which room may include which (the arrows), through which files a
third party may enter (the doors), and what the core may not contain (it must run without exceptions,
threads, I/O, allocation by hand and libm, whose bits differ between processors).
"""
import pathlib
import re
import sys

# A room may include itself and the rooms named here.
ARROWS = {
    "world": set(),
    "agents": {"world"},
    "policies": {"world", "agents"},
    "sim": {"world", "agents", "policies"},
    "studies": {"world", "agents", "policies", "sim"},
    "server": {"world", "agents", "policies", "sim", "studies"},
    "cli": {"world", "agents", "policies", "sim", "studies", "server"},
    "python": {"world", "agents", "policies", "sim", "studies"},
}
PROGRAMS = ("bench", "tests")  # may include every room; no room may include them

# (third party, its headers, the files that may include them)
DOORS = [
    ("yaml-cpp", r"yaml-cpp/", r"sim/document/[^/]+\.cpp"),
    ("TBB", r"(oneapi/)?tbb[/.]", r"sim/parallel.*"),
    ("netCDF", r"netcdf|nc[A-Z]\w+\.h", r"sim/netcdf.*"),
    ("CLP", r"(coin/)?(Clp|Coin|Osi)\w+\.h", r"sim/coalition.*"),
    ("Boost.JSON", r"boost/json", r"(sim/json|cli/|server/).*"),
    ("Boost.Beast and Asio", r"boost/(beast|asio)", r"server/.*"),
    ("MPI", r"mpi\.h|boost/mpi", r"sim/mpi.*"),
    ("CLI11", r"CLI/", r"cli/.*"),
    ("pybind11", r"pybind11/", r"python/.*"),
    ("Random123", r"Random123/", r"world/rng.*"),
    ("qrencode", r"qrencode\.h", r"server/hall/qr\.cpp"),
    ("OpenSSL", r"openssl/", r"studies/seal/sha256\.cpp"),
    ("fmt", r"fmt/", r"(sim|studies|cli|server|python)/.*"),
]

CORE = re.compile(r"(world|agents|policies)/|sim/tick\.hpp$")
CORE_HEADERS = re.compile(
    r"(iostream|ostream|istream|fstream|sstream|iomanip|cstdio|stdio\.h|print|format|filesystem|string|regex"
    r"|thread|mutex|shared_mutex|atomic|future|condition_variable|semaphore|latch|barrier|stop_token"
    r"|exception|stdexcept|chrono|ctime|random|memory_resource)$")
LIBM = (r"a?(sin|cos|tan)h?|atan2|exp|exp2|expm1|log|log2|log10|log1p|pow|cbrt|hypot|erfc?|tgamma|lgamma"
        r"|fma")
CORE_WORDS = [
    (rf"\bstd::({LIBM})f?\s*\(", "libm gives other bits on another processor; use world/math.hpp"),
    (r"\bthrow\b", "the core throws no exception"),
    (r"\bnew\b|\bstd::make_(unique|shared)\b", "the core allocates nothing by hand"),
    (r"\bstd::(string|to_string|format)\b", "text is for sim and above"),
    (r"\b(thread_local|std::rand|rand_r|drand48)\b", "the core keeps no hidden state"),
]
LIBRARY = re.compile(r"(sim|studies|server)/")
LIBRARY_WORDS = [
    (r"\bstd::(cout|cerr|clog)\b|\bprintf\s*\(|::print(ln)?\s*\(\s*([,)]|stdout|stderr)",
     "the library never prints"),
    (r"\b(std::)?(exit|_Exit|quick_exit|abort|terminate)\s*\(", "the library never exits or aborts"),
]

TOKENS = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^()\\ ]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'", re.DOTALL)
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')


def without_comments_and_strings(text):
    """The code alone, with its line breaks, so that a word in a comment breaks no rule."""
    return TOKENS.sub(lambda match: "\n" * match[0].count("\n") or " ", text)


def include_faults(path, room, quote, header):
    """What is wrong with this file's including this header."""
    target = header.split("/")[0]
    if quote == '"':
        if "/" not in header or target not in {*ARROWS, *PROGRAMS}:
            yield f'write the include from the root, not "{header}"'
        elif target in PROGRAMS and room not in PROGRAMS:
            yield f"{room}/ may not include {target}/"
        elif room in ARROWS and target != room and target not in ARROWS[room]:
            yield f"{room}/ may not include {target}/"
    if room in PROGRAMS:
        return
    for name, headers, door in DOORS:
        if re.match(headers, header) and not re.fullmatch(door, path):
            yield f"{name} ({header}) may enter only through {door}"
    if CORE.match(path) and quote == "<" and CORE_HEADERS.match(header):
        yield f"the core may not include <{header}>"
    if LIBRARY.match(path) and header == "iostream":
        yield "the library never prints: <iostream> belongs to cli/"


def file_faults(path, text):
    """(line number, what is wrong) for one file; `path` is relative to the root."""
    room = path.split("/")[0]
    code = without_comments_and_strings(text)
    for number, line in enumerate(text.splitlines(), 1):
        if match := INCLUDE.match(line):
            for fault in include_faults(path, room, match[1], match[2]):
                yield number, fault
    words = CORE_WORDS if CORE.match(path) else LIBRARY_WORDS if LIBRARY.match(path) else []
    for number, line in enumerate(code.splitlines(), 1):
        for pattern, why in words:
            if match := re.search(pattern, line):
                yield number, f"'{match[0].strip()}': {why}"


def check(root):
    """All faults of a tree as printable lines, and the number of files read."""
    faults = []
    files = 0
    for room in [*ARROWS, *PROGRAMS]:
        for file in sorted((root / room).rglob("*")):
            if file.suffix not in {".hpp", ".cpp", ".inc"}:
                continue
            files += 1
            path = file.relative_to(root).as_posix()
            for number, fault in sorted(file_faults(path, file.read_text(encoding="utf-8"))):
                faults.append(f"{path}:{number}: {fault}")
    return faults, files


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    faults, files = check(root)
    for fault in faults:
        print(fault)
    print(f"{files} files, {len(faults)} faults")
    if files == 0:
        print(f"no source file under {root}")
    return 1 if faults or files == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
