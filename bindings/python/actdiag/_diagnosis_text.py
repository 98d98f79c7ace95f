"""Lays the outcome of a case out as the command does."""

from typing import TYPE_CHECKING, Iterator, Optional

from . import _native
from ._answer import event_answer, filled_word, indented, word
from ._codes import hexadecimal
from ._language import choose
from ._vocabulary import Commands, Rule

if TYPE_CHECKING:
    from ._diagnosis import Diagnosis, Finding, Verdict

_TIME = "%Y-%m-%dT%H:%M:%S"
_LEFT_OUT = {
    "license_list": "heading.left-out-list",
    "state": "heading.left-out-state",
    "no_key": "heading.left-out-no-key",
    "no_room": "heading.left-out-room",
}


def diagnosis_text(
    diagnosis: "Diagnosis", language: Optional[str], commands: Optional[Commands]
) -> str:
    """The outcome of a case, without a line end after the last line."""
    tag = choose(language)
    shown = [verdict for verdict in diagnosis.verdicts if verdict.findings]
    blocks = [_verdict(verdict, language, commands, tag) for verdict in shown]
    text = "\n\n\n".join(blocks) or indented(word("heading.no-code", tag))
    if not any(verdict.code is not None for verdict in shown):
        text += "".join("\n\n" + event_answer(event, tag) for event in diagnosis.events)
    left_out = list(_left_out(diagnosis, tag))
    if left_out:
        text += "\n\n" + "\n".join([word("heading.left-out", tag), *left_out])
    return text


def _verdict(
    verdict: "Verdict", language: Optional[str], commands: Optional[Commands], tag: bytes
) -> str:
    lines = []
    if verdict.computer is not None:
        lines.append(filled_word("heading.computer", tag, verdict.computer))
    others = verdict.findings
    if verdict.code is None:
        is_settled = verdict.rule is Rule.ACTIVATED
        lines.append(
            indented(word("heading.activated" if is_settled else "heading.no-verdict", tag))
        )
    else:
        lines.append(word("heading.verdict", tag))
        lines += map(indented, _source(verdict.findings[0], tag))
        lines += ["", verdict.answer(language, commands=commands)]
        others = verdict.findings[1:]
    if others:
        lines += ["", word("heading.findings", tag)]
        lines += (indented(_finding(finding, tag)) for finding in others)
    return "\n".join(lines)


def _license(finding: "Finding", tag: bytes) -> Iterator[str]:
    """The state of the license, and how long it lasts where it ends."""
    if finding.evaluation:
        yield word("heading.evaluation", tag)
    if finding.state is not None:
        state = word(f"heading.license-state-{finding.state}", tag)
        yield filled_word("heading.license-state", tag, state)
    if finding.minutes and finding.time:
        import datetime  # slow to import, and needed for events only

        end = finding.time + datetime.timedelta(minutes=finding.minutes)
        yield filled_word("heading.lasts-until", tag, end.strftime(_TIME))
    elif finding.minutes:
        yield filled_word("heading.lasts-minutes", tag, str(finding.minutes))


def _source(finding: "Finding", tag: bytes) -> Iterator[str]:
    """What is known of the place that a finding was taken from."""
    time = finding.time.strftime(_TIME) if finding.time else None
    for identifier, value in (
        ("heading.seen-in-event", finding.event),
        ("heading.seen-at", time),
        ("heading.asked-host", finding.host),
        ("heading.current-count", finding.current),
        ("heading.needed-count", finding.needed),
    ):
        if value is not None:
            yield filled_word(identifier, tag, str(value))
    yield from _license(finding, tag)
    if finding.count > 1:
        yield filled_word("heading.seen-times", tag, str(finding.count))


def _finding(finding: "Finding", tag: bytes) -> str:
    state = (
        word("heading.left-out-success", tag)
        if finding.settled
        else _native.act_role_text(finding.role.number, tag).decode()
    )
    times = filled_word("heading.seen-times", tag, str(finding.count))
    symbol = f"{finding.name}; " if finding.name else ""
    return f"{hexadecimal(finding.code)}  {symbol}{state}; {times}"


def _left_out(diagnosis: "Diagnosis", tag: bytes) -> Iterator[str]:
    for reason, identifier in _LEFT_OUT.items():
        count = getattr(diagnosis.left_out, reason)
        if count:
            yield indented(f"{count}: {word(identifier, tag)}")
