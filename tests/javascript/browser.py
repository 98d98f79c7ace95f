"""Opens the page in Debian's Chromium, from its file or from a server with a strict policy."""

import functools
import http.server
import importlib.util
import json
import os
import pathlib
import re
import shutil
import sys
import tempfile
import threading
import time
import unittest

import harness

PAGE = harness.BUILD / "share/doc/libactdiag/actdiag.html"
SYSTEM_PYTHON = "/usr/bin/python3"
DEADLINE = 60  # seconds that anything may take on a busy computer


def use_selenium():
    """Begins again with Debian's Python where this one lacks selenium."""
    if importlib.util.find_spec("selenium") or os.environ.get("ACTDIAG_SELENIUM") or not os.path.exists(SYSTEM_PYTHON):
        return
    os.environ["ACTDIAG_SELENIUM"] = SYSTEM_PYTHON
    os.execv(SYSTEM_PYTHON, [SYSTEM_PYTHON, *sys.argv])


def skip_if_missing():
    for name in ("chromium", "chromedriver"):
        harness.tool(name)
    if not importlib.util.find_spec("selenium"):
        raise unittest.SkipTest("selenium is not installed (Debian: python3-selenium)")
    if not PAGE.is_file():
        raise unittest.SkipTest("the page was not made: make page")


def open_browser(downloads, language="en", arguments=()):
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     f"--accept-lang={language}", "--window-size=1200,1000", *arguments):
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)


class Server(http.server.ThreadingHTTPServer):
    """Serves the page with its policy as a header, and notes what is asked for."""

    def __init__(self):
        self.asked = []
        text = PAGE.read_bytes()
        policy = re.search(rb'Content-Security-Policy" content="(.*?)"', text)[1].decode()
        super().__init__(("127.0.0.1", 0), functools.partial(Handler, text, policy))
        threading.Thread(target=self.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server_port}/actdiag.html"


class Handler(http.server.BaseHTTPRequestHandler):
    def __init__(self, text, policy, *arguments):
        self.text, self.policy = text, policy
        super().__init__(*arguments)

    def do_GET(self):
        self.server.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", self.policy + "; frame-ancestors 'none'")
        self.end_headers()
        self.wfile.write(self.text)

    def log_message(self, *_arguments):
        pass


class PageTest(unittest.TestCase):
    """A test with the page open in a browser that the tests of a class share."""

    LANGUAGE = "en"
    ARGUMENTS = ()

    @classmethod
    def setUpClass(cls):
        skip_if_missing()
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.scratch = pathlib.Path(scratch.name)
        cls.downloads = cls.scratch / "downloads"
        cls.downloads.mkdir()
        cls.browser = open_browser(cls.downloads, cls.LANGUAGE, cls.ARGUMENTS)
        cls.addClassCleanup(cls.browser.quit)
        cls.browser.set_script_timeout(DEADLINE)

    def setUp(self):
        self.open()

    def tearDown(self):
        """Nothing was refused by the policy, and no script failed."""
        self.assertEqual(self.browser.get_log("browser"), [])

    def open(self, part="", address=None):
        self.browser.get("about:blank")
        self.browser.get((address or PAGE.as_uri()) + part)
        self.wait(lambda: self.all("body.ready"))

    def wait(self, condition):
        end = time.monotonic() + DEADLINE
        while not (found := condition()):
            self.assertLess(time.monotonic(), end, "the page does not do it in time")
            time.sleep(0.02)
        return found

    def all(self, selector):
        return self.browser.find_elements("css selector", selector)

    def one(self, selector):
        (found,) = self.all(selector)
        return found

    def texts(self, selector):
        return [each.text for each in self.all(selector)]

    def run_script(self, script, *arguments):
        return self.browser.execute_script(script, *arguments)

    def type(self, text):
        from selenium.webdriver.common.keys import Keys

        self.one("#query").send_keys(Keys.CONTROL, "a", Keys.NULL, Keys.BACKSPACE, text)

    def write(self, name, content):
        path = self.scratch / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def give(self, *paths):
        self.one("#files").send_keys("\n".join(map(str, paths)))

    def read(self, *paths):
        """Gives files to the page, and waits until it shows what it read."""
        self.run_script("document.getElementById('case').replaceChildren()")
        self.give(*paths)
        return self.wait(lambda: self.all("#case article"))[0]

    def rows(self, table=0):
        return [[cell.text for cell in row.find_elements("css selector", "td")]
                for row in self.all("#case table")[table].find_elements("css selector", "tbody tr")]

    def saved(self, kind):
        """What the page saves as CSV or JSON."""
        path = self.downloads / f"actdiag.{kind}"
        path.unlink(missing_ok=True)
        self.one(f"#save-{kind}").click()
        self.wait(lambda: path.exists() and path.stat().st_size > 0)
        return path.read_text("utf-8-sig")

    def requests(self):
        """Addresses that the browser asked for since the last call."""
        messages = (json.loads(entry["message"])["message"] for entry in self.browser.get_log("performance"))
        return [each["params"]["request"]["url"] for each in messages if each["method"] == "Network.requestWillBeSent"]
