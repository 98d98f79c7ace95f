#!/usr/bin/env python3
"""What bash, zsh and fish, the real ones, offer when actdiag is completed."""

import os
import pty
import re
import shlex
import signal
import subprocess
import threading

import harness
from command import COMMAND, CommandTest, environment, run, terminal_or_skip

SCRIPTS = harness.BUILD / "bindings/shell/completions"
NAME = "SL_E_VL_BINDING_SERVICE_UNAVAILABLE"
LINES = {
    "actdiag sc": ["scan"],
    "actdiag 0xC004F07E": ["0xC004F07E"],
    f"actdiag {NAME[:-3]}": [NAME],
    "actdiag --s": [],
    "actdiag scan --s": ["--summary"],
    "actdiag diagnose --s": ["--summary"],
    "actdiag list --a": ["--all"],
    "actdiag list --side k": ["kms-host"],
    "actdiag list --side dns,k": ["dns,kms-host"],
    "actdiag event --fields event,k": ["event,kind"],
    "actdiag --fields ro": ["role"],
    "actdiag --commands o": ["office", "oslicense"],
    "actdiag --language ": sorted(harness.LANGUAGES),
    "actdiag scan --jobs ": [],
    "actdiag list ": [],
    "actdiag scan set": ["setup.log"],
    "actdiag diagnose --summary o": ["other.txt"],
}

# Notes what is offered in a file, and a line "--" after each completion.
ZSHRC = r"""
PS1='READY>'
fpath=($ZDOTDIR $fpath)
autoload -Uz compinit
compinit -u -D
compadd() {
    local -a kept
    if [[ -n ${(M)@[1,(i)--]:#-*[OAD]} ]]; then
        builtin compadd "$@"
        return
    fi
    builtin compadd -O kept "$@"
    print -rl -- ${IPREFIX}$^kept >> $OFFERED
    builtin compadd "$@"
}
end-of-offer() { print -r -- -- >> $OFFERED }
zle -N end-of-offer
bindkey '^I' complete-word
bindkey '^T' end-of-offer
"""
KILL_LINE = b"\x15"


def offered_by_zsh(folder, lines):
    """What zsh offers at the end of each line."""
    (folder / ".zshrc").write_text(ZSHRC, "ascii")
    (folder / "_actdiag").write_bytes((SCRIPTS / "_actdiag").read_bytes())
    offered = folder / ".offered"
    variables = environment(
        ZDOTDIR=str(folder), OFFERED=str(offered), TERM="dumb", PATH=f"{folder}:{os.environ['PATH']}"
    )
    with terminal_or_skip():
        process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execvpe("zsh", ["zsh", "-d", "-i"], variables)
    watchdog = threading.Timer(60, os.kill, (process, signal.SIGKILL))
    watchdog.start()
    try:
        talk(terminal, lines)
    finally:
        watchdog.cancel()
        os.close(terminal)
        os.waitpid(process, 0)
    parts = offered.read_text("utf-8").split("--\n")[: len(lines)]
    return [sorted(filter(None, part.splitlines())) for part in parts]


def talk(terminal, lines):
    """Types the lines when the prompt is there, and waits for the end of the shell."""
    received = b""
    while b"READY>" not in received:
        received += os.read(terminal, 65536)
    for line in lines:
        os.write(terminal, line.encode() + b"\t" + KILL_LINE + b"\x14")
    os.write(terminal, b"exit\n")
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:  # the shell has closed its end
        pass


class CompletionTest(CommandTest):
    def setUp(self):
        super().setUp()
        (self.folder / "actdiag").symlink_to(COMMAND)
        self.write("setup.log", "")
        self.write("other.txt", "")

    def offered(self, shell, script):
        done = subprocess.run(
            [harness.tool(shell), *({"bash": ["--norc"], "fish": ["--no-config"]}[shell]), "-c", script],
            cwd=self.folder,
            env=environment(
                PATH=f"{self.folder}:{os.environ['PATH']}", HOME=str(self.folder), TERM="dumb"
            ),
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        self.assertEqual(done.stderr, "")
        return sorted(line.split("\t")[0] for line in done.stdout.splitlines() if line)

    def offered_by_bash(self, line):
        words = [*shlex.split(line), ""] if line.endswith(" ") else shlex.split(line)
        return self.offered(
            "bash",
            f"source {shlex.quote(str(SCRIPTS / 'actdiag'))}; COMP_WORDS=({shlex.join(words)}); "
            f"COMP_CWORD={len(words) - 1}; _actdiag actdiag '' ''; "
            "printf '%s\\n' \"${COMPREPLY[@]}\"",
        )

    def offered_by_fish(self, line):
        script = shlex.quote(str(SCRIPTS / "actdiag.fish"))
        return self.offered("fish", f"complete -e -c actdiag; source {script}; complete -C {shlex.quote(line)}")

    def test_bash(self):
        for line, expected in LINES.items():
            with self.subTest(line):
                self.assertEqual(self.offered_by_bash(line), expected)
        offered = [int(word, 16) for word in self.offered_by_bash("actdiag 0x")]
        self.assertEqual(offered, sorted(harness.documented_codes()))

    def test_a_command_comes_first_only(self):
        """fish also offers codes whose message has the word."""
        self.assertEqual(self.offered_by_bash("actdiag 0xC004F074 lis"), [])
        self.assertNotIn("list", self.offered_by_fish("actdiag 0xC004F074 lis"))

    def test_bash_finds_it_by_the_commands_name(self):
        script = f"source {shlex.quote(str(SCRIPTS / 'actdiag'))}; complete -p actdiag"
        self.assertEqual(self.offered("bash", script), ["complete -F _actdiag actdiag"])

    def test_fish(self):
        harness.tool("fish")
        for line, expected in LINES.items():
            with self.subTest(line):
                self.assertEqual(self.offered_by_fish(line), expected)

    def test_zsh(self):
        harness.tool("zsh")
        for (line, expected), offered in zip(LINES.items(), offered_by_zsh(self.folder, LINES)):
            with self.subTest(line):
                self.assertEqual(offered, expected)

    def test_all_shells_offer_the_options_of_the_help(self):
        helped = set(re.findall(r"--[a-z]+", run("--help").stdout.decode()))
        for name in ("actdiag", "_actdiag", "actdiag.fish"):
            text = (SCRIPTS / name).read_text("utf-8")
            pattern = r" -l ([a-z]+) -d" if name.endswith("fish") else r"--([a-z]+)"
            with self.subTest(name):
                self.assertEqual({f"--{each}" for each in re.findall(pattern, text)}, helped)


if __name__ == "__main__":
    harness.main()
