"""What the package knows, with the members that actdiag --json prints."""

import actdiag


def encoded(case):
    """The text of a field case as its note says it was saved."""
    if "UTF-16LE" in case["note"]:
        return ("\ufeff" + case["text"]).encode("utf-16-le")
    return case["text"].encode("cp932" if "CP932" in case["note"] else "utf-8")


def hexadecimal(code):
    return f"0x{code:08X}"


def of_code(code, language):
    found = actdiag.classify(code)
    entry = found.entry
    return {
        "code": hexadecimal(found.code),
        "value": found.code,
        "subject": hexadecimal(found.subject),
        "known": found.known.value,
        "name": found.name,
        "category": found.category.value,
        "side": found.side.value,
        "role": found.role.value,
        "retry": found.retry,
        "types": found.types.identifiers,
        "reference": found.reference,
        "message": entry.message(language) if entry else None,
        "cause": entry.cause(language) if entry else None,
        "steps": entry.steps(language) if entry else None,
        "advice": found.advice(language) or None,
        "commands": [
            {**command._asdict(), "dialect": command.dialect.value}
            for command in (entry.commands(language=language) if entry else ())
        ],
        "language": entry.language(language) if entry else language,
    }


def of_finding(finding):
    fields = ("count", "offset", "name", "event", "record", "host", "current", "needed", "state", "minutes", "evaluation",
              "settled")
    return {
        **{field: getattr(finding, field) for field in fields},
        "code": hexadecimal(finding.code),
        "role": finding.role.value,
        "time": finding.time.strftime("%Y-%m-%dT%H:%M:%S") if finding.time else None,
    }


def of_diagnosis(diagnosis, language):
    """One object per verdict."""
    return [
        {
            **dict.fromkeys(("code", "subject", "name", "category", "side", "role", "reference")),
            **_of_subject(verdict),
            "computer": verdict.computer,
            "rule": verdict.rule.value,
            "dialect": verdict.dialect.value,
            "findings": [of_finding(finding) for finding in verdict.findings],
            "events": list(diagnosis.events),
            "left_out": dict(zip(("list", "state", "no-key", "no-room"), diagnosis.left_out)),
            "language": language,
        }
        for verdict in diagnosis.verdicts
    ]


def _of_subject(verdict):
    if verdict.code is None:
        return {}
    found = of_code(verdict.code, "en")
    return {member: found[member] for member in ("code", "subject", "name", "category", "side", "role", "reference")}
