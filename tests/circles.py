"""`python -m tests.circles`: circles of imports, in which every module imports every other, directly or through others.

Whoever reads one module of a circle has to know all of them. Imports inside functions count; those for types alone do not.
"""

import sys

import grimp

PACKAGES = ("cms", "directory", "search")


def graph(*packages: str) -> grimp.ImportGraph:
    """What imports what, read from the source."""
    # A cache would be a folder in the project.
    return grimp.build_graph(*packages, exclude_type_checking_imports=True, cache_dir=None)


def circles(imports: grimp.ImportGraph) -> list[list[str]]:
    """The modules of each circle, the largest circle first."""
    reached = {module: imports.find_upstream_modules(module) for module in imports.modules}
    # Two modules are in the same circle when each is reached from the other.
    together = {
        frozenset({module, *(other for other in others if module in reached[other])})
        for module, others in reached.items()
    }
    return sorted((sorted(modules) for modules in together if len(modules) > 1), key=len, reverse=True)


def main() -> None:
    found = circles(graph(*PACKAGES))
    for modules in found:
        print(f"{len(modules)} modules: {', '.join(modules)}")
    sys.exit(f"{len(found)} circles." if found else None)


if __name__ == "__main__":
    main()
