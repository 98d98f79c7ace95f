"""What the benchmark of a binding prints: one line per figure, with its goal, or JSON."""

import argparse
import json


def main(description, measure, goals):
    """Measures, and prints the figures, a dictionary of numbers by name, as the options ask."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    options = parser.parse_args()
    figures = measure()
    if options.json:
        print(json.dumps({name: round(value, 3) for name, value in figures.items()}))
        return
    width = max(map(len, figures))
    for name, value in figures.items():
        shown = f"{value:,.0f}" if value > 1000 else f"{value:.2f}"
        print(f"{name:{width}} {shown:>10}  {goals[name]}")
