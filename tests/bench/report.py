"""The report as text: each contender's median, and its ratio to the base of its group."""

import results as measured

BASES = {
    "load": "empty library",
    "scan": "memory read",
    "scan-all": "memory read",
    "process": "wc -l",
    "compile": "30 entries",
    "stream": "1 MB",
}


def is_of_calls(group):
    """Whether calls of functions were measured."""
    return group.startswith("lookup")


def base_of(group, series):
    """What the others of a series are compared with."""
    if is_of_calls(group):
        return "function returning its argument" if series == "latency" else "empty function"
    return BASES[group]


def rows_of(results, group, series):
    """Name, median, quartiles, and the ratio's median and quartiles, the cheapest first."""
    base = base_of(group, series)
    for name, samples in results.contenders(group, series).items():
        ratio = results.ratio(group, series, name, base)
        yield name, measured.spread(samples), ratio


def per_unit(group, unit):
    """What a sample counts."""
    if is_of_calls(group):
        return "ns per call"
    return "ns per byte" if group.startswith("scan") else unit


def render(results, about):
    """The whole report."""
    lines = ["Benchmarks of libactdiag", ""]
    lines += [f"{name + ':':18}{value}" for name, value in about.items()]
    units = {row["group"]: row["unit"] for row in results.rows}
    for group in results.groups():
        for series in results.series(group):
            unit = per_unit(group, units[group])
            lines += ["", f"{group}, {series}: median [quartiles] in {unit}; ratio to "
                          f"{base_of(group, series)}, measured next to it"]
            for name, cost, ratio in rows_of(results, group, series):
                ratios = f"{ratio[0]:9.2f} [{ratio[1]:.2f}, {ratio[2]:.2f}]" if ratio else ""
                lines.append(f"  {name:32}{cost[0]:12.4g} [{cost[1]:.4g}, {cost[2]:.4g}]  {ratios}")
    if results.figures:
        lines.append("")
    for figure in results.figures:
        lines.append(f"{figure['group']}, {figure['name']}: {figure['value']:,} {figure['unit']}")
    for name, report in results.bindings.items():
        lines += ["", f"{name}: {report}"]
    if results.missing:
        lines += ["", "Not measured:"]
        lines += [f"  {one['group']}: {one['name']}: {one['why']}" for one in results.missing]
    return "\n".join(lines)
