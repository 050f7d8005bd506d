#!/usr/bin/env python3
"""Fail if a source file is longer than 300 lines, name those over 250: check_sizes.py [ROOT].

A file has one concept. The narrow band in between is for the file that would be harder to read in two.
"""
import pathlib
import sys

HARD, SOFT = 300, 250
FOLDERS = ("world", "agents", "policies", "sim", "studies", "cli", "server", "python", "bench", "tests",
           "tools", "cmake", ".ci", "web/src")
SUFFIXES = {"", ".hpp", ".cpp", ".inc", ".in", ".py", ".sh", ".cmake", ".txt", ".ts", ".svelte", ".css"}


def sources(root):
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            hidden_or_built = {"golden", "data", "node_modules", "__pycache__"} & set(path.parts)
            if path.is_file() and path.suffix in SUFFIXES and not hidden_or_built:
                yield path


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    too_long = files = 0
    for path in sources(root):
        files += 1
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > SOFT:
            verdict = f"over the limit of {HARD}" if lines > HARD else f"over {SOFT}; can it be two?"
            print(f"{path.relative_to(root)}: {lines} lines, {verdict}")
            too_long += lines > HARD
    print(f"{files} files, {too_long} too long")
    return 1 if too_long or files == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
