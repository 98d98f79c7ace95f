#!/usr/bin/env python3
"""Draws two SVG plots from the JSON that make bench saves: plot.py BENCH.json FOLDER.

lookup.svg: cost of a lookup against the number of entries; scan.svg: rate of scanning against the
density of codes.
"""

import json
import math
import pathlib
import sys
from xml.sax.saxutils import escape

import results as measured

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 420, 70, 210, 40, 50
COLOURS = ("#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#8c564b", "#e377c2", "#7f7f7f",
           "#bcbd22", "#17becf", "#000000", "#556b2f")
DENSITIES = ("a code in 10 KB", "a code in 1 KB", "a code in 100 B")


def load(path):
    """The results in a file of make bench."""
    whole = json.loads(path.read_text(encoding="utf-8"))
    loaded = measured.Results()
    loaded.rows = whole["rows"]
    return loaded


def lookup_lines(loaded):
    """For each contender its points: entries, nanoseconds per mixed lookup."""
    lines = {}
    for group in loaded.groups():
        if group.startswith("lookup "):
            entries = int(group.split()[1])
            for name, samples in loaded.contenders(group, "mixed").items():
                lines.setdefault(name, []).append((entries, measured.spread(samples)[0]))
    return lines


def scan_lines(loaded):
    """For each contender its points: number of the density, gigabytes per second."""
    lines = {}
    for number, series in enumerate(DENSITIES):
        for name, samples in loaded.contenders("scan", series).items():
            lines.setdefault(name, []).append((10 ** number, 1 / measured.spread(samples)[0]))
    return lines


def scale(values, low, high):
    """A logarithmic scale from values to pixels, and the powers of ten in it."""
    least, most = math.log10(min(values)), math.log10(max(values))
    first, last = math.floor(least), math.ceil(most) if most > math.floor(least) else least + 1
    def to_pixels(value):
        return low + (math.log10(value) - first) / (last - first) * (high - low)
    return to_pixels, [10.0**power for power in range(first, last + 1)]


def draw(title, lines, x_ticks, x_title, y_title):
    """One plot with logarithmic axes, as SVG."""
    x_of, _ = scale([x for line in lines.values() for x, _ in line], LEFT, WIDTH - RIGHT)
    y_of, y_ticks = scale([y for line in lines.values() for _, y in line], HEIGHT - BOTTOM, TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<text x="{LEFT}" y="20" font-size="15">{escape(title)}</text>',
        f'<text x="{LEFT}" y="{HEIGHT - 10}">{escape(x_title)}</text>',
        f'<text x="12" y="{TOP - 6}">{escape(y_title)}</text>',
    ]
    for y in y_ticks:
        parts.append(f'<path d="M{LEFT} {y_of(y):.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>'
                     f'<text x="{LEFT - 8}" y="{y_of(y) + 4:.1f}" text-anchor="end">{y:g}</text>')
    for x, label in x_ticks:
        parts.append(f'<text x="{x_of(x):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">'
                     f"{escape(label)}</text>")
    ends = sorted(lines, key=lambda name: lines[name][-1][1], reverse=True)
    for place, name in enumerate(ends):
        colour = COLOURS[place % len(COLOURS)]
        points = " ".join(f"{x_of(x):.1f},{y_of(y):.1f}" for x, y in lines[name])
        width = 3 if name.startswith("act_") else 1.3
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" '
                     f'stroke-width="{width}"/>')
        y = TOP + 10 + place * 20
        parts.append(f'<path d="M{WIDTH - RIGHT + 15} {y - 4}h20" stroke="{colour}" '
                     f'stroke-width="{width}"/>'
                     f'<text x="{WIDTH - RIGHT + 42}" y="{y}">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>", ""])


def main():
    """Draws what the file holds."""
    source, folder = map(pathlib.Path, sys.argv[1:])
    loaded = load(source)
    lines = lookup_lines(loaded)
    lines.pop("function returning its argument", None)
    if lines:
        entries = sorted({x for line in lines.values() for x, _ in line})
        plot = draw("Lookup of mixed codes", lines, [(x, f"{x:,}") for x in entries], "entries",
                    "nanoseconds per call")
        (folder / "lookup.svg").write_text(plot, encoding="utf-8")
    lines = scan_lines(loaded)
    if lines:
        ticks = [(10**number, series) for number, series in enumerate(DENSITIES)]
        plot = draw("Scanning a log", lines, ticks, "density of codes", "gigabytes per second")
        (folder / "scan.svg").write_text(plot, encoding="utf-8")


if __name__ == "__main__":
    main()
