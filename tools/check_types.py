#!/usr/bin/env python3
"""Fail if two types of one namespace share a name: check_types.py [ROOT].

The language forbids it (one definition rule) and no compiler sees it: the linker keeps one of the two, and what
happens then depends on what was inlined. Types of nameless namespaces are apart and not looked at. Relies on
the tree's own format: namespaces are not indented, and end with a comment.
"""
import collections
import pathlib
import re
import sys

FOLDERS = ("world", "agents", "policies", "sim", "studies", "cli", "server", "tests")
OPENS = re.compile(r"^namespace(?: ([\w:]+))? \{$")
OPENS_INLINE = re.compile(r"^inline namespace [\w]+ \{$")
CLOSES = re.compile(r"^\}  // (?:inline )?namespace")
TYPE = re.compile(r"^(?:struct|class|enum class|union) (?:\[\[\w+\]\] )?(?:alignas\([^)]*\) )?(\w+)"
                  r"(?: final)?(?: : [^;{]*)?(?: \{.*)?$")
PROGRAMS = "tests/fuzz/"  # each file is linked into a program of its own


def types_of(text):
    """(qualified name, line number) of every type defined in a named namespace."""
    spaces = []
    for number, line in enumerate(text.splitlines(), 1):
        opening = OPENS.match(line)
        if opening:
            spaces.append(opening.group(1))
        elif OPENS_INLINE.match(line):
            spaces.append("")
        elif CLOSES.match(line) and spaces:
            spaces.pop()
        else:
            found = TYPE.match(line)
            if found and None not in spaces:
                yield "::".join([s for s in spaces if s] + [found.group(1)]), number


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    places = collections.defaultdict(list)
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.[ch]pp")):
            name = path.relative_to(root).as_posix()
            if not name.startswith(PROGRAMS):
                for qualified, line in types_of(path.read_text(encoding="utf-8")):
                    places[qualified].append(f"{name}:{line}")
    twice = {name: found for name, found in places.items() if len(found) > 1}
    for name, found in sorted(twice.items()):
        print(f"{name}: {', '.join(found)}")
    print(f"{len(places)} types, {len(twice)} names for more than one")
    return 1 if twice or not places else 0


if __name__ == "__main__":
    sys.exit(main())
