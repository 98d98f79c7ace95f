"""What was measured: rows of samples, single figures, and what was missing."""

import json
import statistics


def spread(values):
    """Median, first and third quartile."""
    if len(values) == 1:
        return values[0], values[0], values[0]
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive")
    return middle, low, high


class Results:
    """All of one run. A row's samples with the same index were taken one right after another."""

    def __init__(self):
        self.rows = []
        self.figures = []
        self.missing = []
        self.bindings = {}

    def add(self, group, series, contender, samples, unit="ns"):
        """One contender's samples, in the order in which they were taken."""
        self.rows.append(
            {"group": group, "series": series, "contender": contender, "unit": unit,
             "samples": samples}
        )

    def add_lines(self, text):
        """The lines that measure.c prints."""
        for line in text.splitlines():
            row = json.loads(line)
            if "missing" in row:
                self.miss(row["group"], row["missing"], row["why"])
            else:
                self.add(row["group"], row["series"], row["contender"], row["samples"])

    def add_figure(self, group, name, value, unit):
        """A figure that is counted, not timed."""
        self.figures.append({"group": group, "name": name, "value": value, "unit": unit})

    def miss(self, group, name, why):
        """Something that was not measured; said once, however often it is found."""
        missing = {"group": group, "name": name, "why": why}
        if missing not in self.missing:
            self.missing.append(missing)

    def groups(self):
        """The groups of the rows, in their order."""
        return list(dict.fromkeys(row["group"] for row in self.rows))

    def series(self, group):
        """The series of a group, in their order."""
        return list(dict.fromkeys(row["series"] for row in self.rows if row["group"] == group))

    def contenders(self, group, series):
        """Each contender's samples, the cheapest first."""
        rows = [row for row in self.rows if row["group"] == group and row["series"] == series]
        rows.sort(key=lambda row: statistics.median(row["samples"]))
        return {row["contender"]: row["samples"] for row in rows}

    def ratio(self, group, series, contender, base):
        """Spread of the ratio of what was measured side by side; None if either is missing."""
        samples = self.contenders(group, series)
        if contender not in samples or base not in samples:
            return None
        return spread([a / b for a, b in zip(samples[contender], samples[base])])
