#!/usr/bin/env python3
"""Tests the page in Chromium: answers, files, what it saves, and that nothing leaves it."""

import browser

browser.use_selenium()

import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import unittest

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "python"))

import harness
from browser import PageTest

AXE = "axe-core@4.10.3"
SHARED = harness.SOURCE.parent / "shared"
VALUES = ("0x8007232B, 0x00000000, kms.example.org:1688, 8f9d1c3a-0000-4000-8000-123456789abc, "
          "2026/11/24 08:00, 1, 2, 41760, 2de67392-b7a7-462a-b1ca-108dd189f588, 25\n")
REQUEST = (f"Event ID: 12288\nSource: Microsoft-Windows-Security-SPP\nComputer: PC-1\nInfo:\n{VALUES}"
           "Event ID: 8198\nSource: Microsoft-Windows-Security-SPP\nComputer: PC-1\nhr=0xC004F074\n")
OFFICE = "LICENSE NAME: Office 16, Office16ProPlusVL_KMS_Client edition\nERROR CODE: 0xC004F038\n"
MARKUP = "<img src=x onerror=window.hostile=1>"
BIG = 300_000_000


def big_file(path, size, text):
    """A file of NULs that ends with a text; it takes no room on the disk."""
    with open(path, "wb") as file:
        file.seek(size - len(text))
        file.write(text.encode())
    return path


def command(*arguments):
    done = subprocess.run([str(harness.COMMAND), "--language", "en", *map(str, arguments)], stdout=subprocess.PIPE,
                          encoding="utf-8", check=False)
    return done.stdout


class AnswerTest(PageTest):
    def test_a_code_as_it_is_typed(self):
        for text in ("0xC004F074", "-1073418124", "sl_e_vl_binding_service_unavailable"):
            self.type(text)
            self.assertEqual(self.texts("#answer h2 .code"), ["0xC004F074"])
        answer = self.one("#answer").text
        for line in ("No Key Management Service (KMS) could be reached.", "Where to fix it\nNetwork", "slmgr.vbs /ckms"):
            self.assertIn(line, answer)
        self.type("1722")
        self.assertIn("0x800706BA RPC_S_SERVER_UNAVAILABLE", self.one("#answer .subject").text)
        self.type("")
        self.assertEqual(self.texts("#answer h2"), [])

    def test_every_line_of_the_command_s_answer(self):
        for code in ("0xC004F074", "0x8007232B", "0x80041015", "0x12345678", "1722", "12288", "0xC04F074"):
            self.open(f"#{code}")
            self.run_script("document.querySelectorAll('.command button').forEach((each) => each.remove())")
            shown = re.sub(r"(?<=[a-z])>", "", "".join(self.one("#answer").text.split()))
            for line in command(code).splitlines():
                # Lists have marks that are not text, facts no colon, and addresses are links.
                text = re.sub(r"^ *(\d+\.|-) |<(?=https)|(?<=[a-z])>", "", line)
                for part in text.split(":  ", 1):
                    self.assertIn("".join(part.split()), shown, line)

    def test_words_digits_and_messages(self):
        for text, wanted in (("count too low", "0xC004F038"), ("C004F03", "0xC004F038"),
                             ("Error: 0xC004F074 The service (0x8007232B)", "0x8007232B"), ("NOT_ENOUGH", "0xC004F038")):
            self.type(text)
            self.assertIn(wanted, self.texts("#results .code"))
        self.type("no such words")
        self.assertEqual(self.texts("#results .code"), [])
        self.assertEqual(self.one("#count").text, "No code has all of these words.")

    def test_by_keyboard_alone(self):
        from selenium.webdriver.common.keys import Keys

        self.assertEqual(self.run_script("return document.activeElement.id"), "query")
        self.type("count")
        codes = self.texts("#results .code")
        self.one("#query").send_keys(Keys.ARROW_DOWN)
        self.browser.switch_to.active_element.send_keys(Keys.ARROW_DOWN)
        self.browser.switch_to.active_element.send_keys(Keys.ENTER)
        self.wait(lambda: self.texts("#answer h2 .code") == [codes[1]])
        self.assertEqual(self.run_script("return document.activeElement.tagName"), "H2")
        self.type("count too low")
        self.one("#query").send_keys(Keys.ENTER)
        self.wait(lambda: self.texts("#answer h2 .code") == ["0xC004F038"])

    def test_an_address_leads_to_a_code(self):
        for part, code in (("#0xC004F074", "0xC004F074"), ("#-1073418124", "0xC004F074"), ("#C004F038", "0xC004F038")):
            self.open(part)
            self.assertEqual(self.texts("#answer h2 .code"), [code])
        self.open("#count%20too%20low")
        self.assertEqual(self.texts("#results .code"), ["0xC004F038"])
        self.open("#%zz" + MARKUP)
        self.assertEqual(self.texts("#results .code"), [])

    def test_each_command_is_copied(self):
        self.open("#0xC004F074", self.served())
        self.browser.execute_cdp_cmd("Browser.grantPermissions", {"permissions": ["clipboardReadWrite"]})
        commands = self.texts("#answer .command code")
        self.assertIn("slmgr.vbs /ckms", commands)
        button = self.all("#answer .command button")[3]
        button.click()
        self.wait(lambda: button.text == "Copied")
        copied = self.browser.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
        self.assertEqual(copied, commands[3])

    def served(self):
        server = browser.Server()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.asked = server.asked
        return server.address

    def test_dialect_and_language_are_remembered(self):
        address = self.served()
        self.open("#0xC004F074", address)
        self.choose("commands", "office")
        self.choose("language", "ja")
        for _ in range(2):
            self.assertIn("cscript ospp.vbs /act", self.texts("#answer .command code"))
            self.assertIn("対処する場所", self.one("#answer").text)
            self.assertEqual(self.run_script("return [document.documentElement.lang, document.title]"),
                             ["ja", "Windows ライセンス認証エラー"])
            self.open("#0xC004F074", address)

    def choose(self, identifier, value):
        from selenium.webdriver.support.ui import Select

        Select(self.one(f"#{identifier}")).select_by_value(value)

    def test_nothing_leaves_the_page(self):
        address = self.served()
        self.requests()
        self.open("#0xC004F074", address)
        self.type("count")
        self.read(self.write("a.log", REQUEST))
        asked = {each for each in self.requests() if not each.startswith(("data:", "blob:", "about:"))}
        self.assertEqual({each.split("#")[0] for each in asked}, {address})
        self.assertEqual(self.asked, ["/actdiag.html"])

    def test_the_policy_is_the_one_that_is_described(self):
        text = re.search(r"```text\nContent-Security-Policy: (.*?)\n```", (harness.SOURCE / "doc/page.md").read_text(), re.S)
        policy = self.run_script("return document.querySelector('meta[http-equiv]').content")
        described = " ".join(text[1].split()).removesuffix("; frame-ancestors 'none'")
        self.assertEqual(re.sub(r"sha256-[\w+/=]+", "sha256-…", policy), described)

    def test_on_paper_there_are_no_controls(self):
        self.open("#0xC004F074")
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        visible = [each.get_attribute("id") for each in self.all("button, input, select") if each.is_displayed()]
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        self.assertEqual(visible, [])


class JapaneseTest(PageTest):
    LANGUAGE = "ja-JP,en"

    def test_the_browser_s_language(self):
        self.type("猶予期間")
        self.assertIn("0xC004F009", self.texts("#results .code"))
        self.assertEqual(self.one("h1").text, "Windows ライセンス認証エラー")

    def test_without_storage(self):
        self.browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {
            "source": "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no'); }})"})
        self.open("#0xC004F074")
        self.run_script("const box = document.getElementById('language'); box.value = 'en'; "
                        "box.dispatchEvent(new Event('change'))")
        self.assertIn("Where to fix it", self.one("#answer").text)


class FilesTest(PageTest):
    def test_the_code_to_act_on(self):
        shown = self.read(self.write("a.log", REQUEST)).text
        for text in ("The code to act on", "Computer PC-1; seen in event 12288", "KMS host asked: kms.example.org:1688",
                     "0x8007232B", "DNS_ERROR_RCODE_NAME_ERROR", "slmgr.vbs /sdns"):
            self.assertIn(text, shown)
        self.assertEqual([row[2] for row in self.rows(1)], ["0x8007232B", "0xC004F074"])

    def test_the_state_of_the_license(self):
        text = ("2026-11-24 08:00 TIMEBASED_EVAL\nLicenseStatus : 5\nLicenseStatusReason : 0xC004F069\n"
                "GracePeriodRemaining : 1440\n")
        shown = self.read(self.write("a.log", text)).text
        for words in ("evaluation edition", "license state: notification mode", "ends at 2026-11-25T08:00:00"):
            self.assertIn(words, shown)

    def test_several_files_a_sorted_table_and_what_is_saved(self):
        paths = [self.write(name, text) for name, text in (
            ("b.log", OFFICE), ("a.log", REQUEST), ("=cmd.log", "0xC004F00F"), ("none.txt", "nothing"))]
        self.read(*paths)
        self.assertEqual([row[0] for row in self.rows()], ["b.log", "a.log", "=cmd.log", "none.txt"])
        self.assertIn("No code was found.", self.rows()[3])
        heading = self.all("#case table th button")[0]
        heading.click()
        self.assertEqual([row[0] for row in self.rows()], sorted(path.name for path in paths))
        heading.click()
        self.assertEqual(self.all("#case th")[0].get_attribute("aria-sort"), "descending")
        saved = json.loads(self.saved("json"))
        printed = map(json.loads, command("diagnose", "--summary", "--json", *paths).splitlines())
        self.assertEqual(saved, [{**line, "file": pathlib.Path(line["file"]).name} for line in printed])
        lines = list(csv.DictReader(io.StringIO(self.saved("csv"))))
        self.assertEqual([(line["file"], line["code"], line["acted_on"]) for line in lines], [
            ("b.log", "0xC004F038", "true"), ("a.log", "0x8007232B", "true"), ("a.log", "0xC004F074", "false"),
            ("'=cmd.log", "0xC004F00F", "true")])
        self.one("#anonymous").click()
        for kind in ("csv", "json"):
            text = self.saved(kind)
            self.assertIn("0x8007232B", text)
            for name in ("PC-1", "kms.example.org", "a.log"):
                self.assertNotIn(name, text)

    def test_encodings_and_what_is_no_text(self):
        paths = [
            self.write("cp932.log", "エラー: 0xC004F00F。表".encode("cp932")),
            self.write("utf16.log", b"\xff\xfe" + REQUEST.encode("utf-16-le")),
            self.write("utf16be.log", b"\xfe\xff" + REQUEST.encode("utf-16-be")),
            self.write("nonsense.bin", bytes(i * 7919 % 251 for i in range(100_000))),
            self.write("empty.log", ""),
            self.write("packed.gz", b"\x1f\x8b\x08" + REQUEST.encode()),
        ]
        self.read(*paths)
        rows = {row[0]: row[1:4] for row in self.rows()}
        self.assertEqual(rows["cp932.log"][1], "0xC004F00F")
        self.assertEqual(rows["utf16.log"], ["PC-1", "0x8007232B", "DNS_ERROR_RCODE_NAME_ERROR"])
        self.assertEqual(rows["utf16be.log"], rows["utf16.log"])
        for name in ("nonsense.bin", "empty.log"):
            self.assertEqual(rows[name], ["", "", "No code was found."])
        self.assertIn("compressed or in UTF-32", rows["packed.gz"][2])

    def test_markup_in_names_and_logs_stays_text(self):
        path = self.write(f"{MARKUP.replace('/', '')}.log", REQUEST.replace("PC-1", MARKUP).replace("kms.", MARKUP))
        self.read(path)
        self.assertEqual(self.one("#case article.case > h2").text, path.name)
        self.type(MARKUP)
        self.assertEqual(self.run_script("return [document.images.length, window.hostile ?? null]"), [0, None])

    def test_a_big_file_and_one_that_is_stopped(self):
        big = big_file(self.scratch / "big.log", BIG, "\n0xC004F074\n")
        self.read(big)
        self.assertEqual(self.rows()[0][:2], ["big.log", "0xC004F074"])
        self.assertEqual(json.loads(self.saved("json"))[0]["findings"][0]["offset"], BIG - 11)
        self.run_script("document.getElementById('case').replaceChildren(); const seen = window.seen = [];"
                        "const bar = document.getElementById('progress');"
                        "const area = document.getElementById('reading');"
                        "const timer = setInterval(() => { if (!area.hidden && bar.value > 0) seen.push(bar.value / bar.max); "
                        "if (seen.length === 3) { document.getElementById('stop').click(); clearInterval(timer); } }, 1)")
        self.give(self.write("a.log", REQUEST), *[big] * 4)
        self.wait(lambda: self.all("#case .warning"))
        first, _, last = self.run_script("return window.seen")
        self.assertTrue(0 < first <= last < 1)
        self.assertIn("0x8007232B", self.one("#case").text)

    def test_a_file_that_vanishes(self):
        lost = self.write("lost.log", REQUEST)
        self.run_script("document.getElementById('files').addEventListener('change', (event) => "
                        "{ window.held = event.target.files; event.stopImmediatePropagation(); }, "
                        "{ capture: true, once: true }); document.getElementById('case').replaceChildren()")
        self.give(lost, self.write("b.log", OFFICE))
        self.run_script("window.held = [...window.held]; return window.held.map((file) => file.size)")
        lost.unlink()
        self.run_script("const data = new DataTransfer(); for (const file of window.held) data.items.add(file);"
                        "dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }))")
        self.wait(lambda: self.all("#case article"))
        rows = {row[0]: row[1:] for row in self.rows()}
        self.assertIn("It cannot be read:", " ".join(rows["lost.log"]))
        self.assertIn("0xC004F038", rows["b.log"])

    def test_a_log_that_is_pasted(self):
        self.run_script("const data = new DataTransfer(); data.setData('text/plain', arguments[0]);"
                        "document.getElementById('query').dispatchEvent(new ClipboardEvent('paste', "
                        "{ clipboardData: data, cancelable: true, bubbles: true }))", REQUEST)
        self.wait(lambda: self.all("#case article"))
        self.assertIn("0x8007232B", self.one("#case .verdict h2").text)

    def test_the_field_cases(self):
        if not (SHARED / "field/cases.json").is_file():
            self.skipTest("the field cases are not beside this source")
        import support  # noqa: F401 (finds the library)
        import members

        cases = json.loads((SHARED / "field/cases.json").read_text("utf-8"))
        paths = [self.write(f"case-{case['id']}.log", members.encoded(case)) for case in cases]
        self.read(*paths)
        printed = map(json.loads, command("diagnose", "--summary", "--json", *paths).splitlines())
        self.assertEqual(json.loads(self.saved("json")),
                         [{**line, "file": pathlib.Path(line["file"]).name} for line in printed])

    def test_an_event_log(self):
        path = SHARED / "samples/Application.evtx"
        if not path.is_file():
            self.skipTest("the sample of an event log is not beside this source")
        self.assertIn("An .evtx file is read as bytes", self.read(path).text)
        self.assertIn("0xC004E003", self.one("#case").text)


class AccessibilityTest(PageTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        done = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", AXE], cwd=cls.scratch,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False)
        if done.returncode != 0:
            raise unittest.SkipTest(f"{AXE} cannot be installed by npm")
        cls.axe = (cls.scratch / "node_modules/axe-core/axe.min.js").read_text("utf-8")

    def violations(self):
        self.run_script(self.axe)
        return self.browser.execute_async_script(
            "axe.run().then((found) => arguments[0](found.violations.map("
            "({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`)))")

    def test_no_violation(self):
        for scheme in ("light", "dark"):
            self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {
                "features": [{"name": "prefers-color-scheme", "value": scheme}]})
            self.open()
            self.assertEqual(self.violations(), [])
            self.type("count")
            self.assertEqual(self.violations(), [])
            self.open("#0xC004F074")
            self.assertEqual(self.violations(), [])
            self.read(self.write("a.log", REQUEST), self.write("b.log", OFFICE))
            self.assertEqual(self.violations(), [])

    def test_on_a_telephone_nothing_sticks_out(self):
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": 320, "height": 640, "deviceScaleFactor": 2, "mobile": True})
        self.open("#0xC004F074")
        self.read(self.write("a.log", REQUEST))
        self.assertLessEqual(self.run_script("return document.documentElement.scrollWidth"), 320)


if __name__ == "__main__":
    harness.main()
