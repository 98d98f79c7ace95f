// Tests the package in Node.js; the folder of the package is in ACTDIAG_PACKAGE, a variant other than
// the default in ACTDIAG_VARIANT.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

if (process.env.ACTDIAG_VARIANT === "plain")
  WebAssembly.validate = () => false;
const address = pathToFileURL(join(process.env.ACTDIAG_PACKAGE, "actdiag.js"));
const { classify, codes, commands, diagnose, documents, entries, event, events, find, lookup, name, parse, scan, version,
  word } = await import(address);

const KMS = 0xC004F074;
const known = new Set(codes());

// The forms of the documentation of act_scan(), as a regular expression.
const FORMS = new RegExp("(?<![0-9])(?:0[xX]|[Oo]x)(?<hex>[0-9A-Fa-f]{8})(?:(?![0-9A-Fa-f])|(?=[A-Fa-f]{1,4}[G-Zg-z]))" +
  "|(?<![0-9A-Za-z-])(?<![0-9]\\.)(?:(?<decimal>-[0-9]{8,10}|[0-9]{10})|(?<bare>[0-9A-Fa-f]{8}))" +
  "(?![0-9A-Za-z-])(?!\\.[0-9])", "g");

function expected(text, all = false) {
  return [...text.matchAll(FORMS)].flatMap(({ 0: whole, index, groups }) => {
    const number = groups.decimal ? Number(groups.decimal) : parseInt(groups.hex ?? groups.bare, 16);
    const isInRange = groups.decimal ? number >= 2 ** 31 && number < 2 ** 32 || number < 0 && number >= -(2 ** 31) : true;
    const value = number >>> 0;
    return isInRange && (known.has(value) || (all && groups.hex)) ? [[value, index, whole.length]] : [];
  });
}

function triples(matches) {
  return Array.from(matches, ({ value, offset, length }) => [value, offset, length]);
}

async function collected(matches) {
  const found = [];
  for await (const match of matches)
    found.push(match);
  return found;
}

// A text of codes in all notations and of what only looks like one; not random, yet irregular.
function sample(count) {
  const parts = ["0xC004F074", "-1073418124", "3221549172", "C004F074", "0x8007232B,", "OxC004F00F", "0xC004F009ERROR",
    "0x12345678", "2de67392-b7a7-462a-b1ca-108dd189f588", "10.0.3221549172.1", "0xC004F0741", "20261124", "エラー:", "\n",
    "90xC004F074", "zC004F074", "1.C004F074", "-3221549172", "a-C004F074"];
  let seed = 7, text = "";
  for (let i = 0; i < count; i++) {
    seed = seed * 1103515245 + 12345 & 0x7fffffff;
    text += parts[seed >> 8 & 31] ?? "x".repeat(seed >> 16 & 63);
    text += seed & 1 << 20 ? " " : ": ";
  }
  return text;
}

test("a code in every notation", () => {
  for (const code of [KMS, KMS | 0, "0xC004F074", "c004f074", "-1073418124", "3221549172", "&HC004F074",
    "Error Code: 0xC004F074", "０ｘＣ００４Ｆ０７４", "sl_e_vl_binding_service_unavailable"])
    assert.equal(parse(code), KMS);
  assert.equal(name(KMS), "SL_E_VL_BINDING_SERVICE_UNAVAILABLE");
  assert.equal(name(0x12345678), null);
});

test("what is wrong is named", () => {
  const attempts = [
    [() => parse("error 5"), RangeError, /"error 5" is not a code: expected 0x/],
    [() => parse(""), RangeError, /expected 0x/],
    [() => parse("x".repeat(1e6)), RangeError, /x…" is not a code/],
    [() => parse(2 ** 32), RangeError, /4294967296 is not a code: expected an integer from -2147483648/],
    [() => parse(1.5), RangeError, /1.5 is not a code/],
    [() => parse(NaN), RangeError, /NaN is not a code/],
    [() => classify(), TypeError, /a code is a number or a string/],
    [() => lookup(1n), TypeError, /not \[object BigInt\]/],
    [() => classify(KMS, { language: 5 }), TypeError, /language: expected a tag such as "en", not 5/],
    [() => classify(KMS, { commands: "bash" }), RangeError, /commands: expected one of slmgr, .*office, not "bash"/],
    [() => classify(KMS, { commands: 1 }), TypeError, /commands: expected one of slmgr/],
    [() => classify(KMS, "en"), TypeError, /expected an object of options/],
    [() => find(5), TypeError, /expected words in a string/],
    [() => event("8198"), TypeError, /expected the number of an event/],
    [() => event(-1), RangeError, /-1 is not the number of an event/],
    [() => event(8198, { source: 5 }), TypeError, /source: expected the provider/],
    [() => word(5), TypeError, /expected the identifier of a word/],
    [() => scan(5), TypeError, /scan expects a string, bytes, a Blob or a stream of bytes, not 5/],
    [() => scan(Uint8Array.of(0x1f, 0x8b, 8, 0)), RangeError, /compressed with gzip/],
    [() => scan(Uint8Array.of(0xff, 0xfe, 0, 0)), RangeError, /in UTF-32/],
  ];
  for (const [call, kind, message] of attempts)
    assert.throws(call, (error) => error instanceof kind && message.test(error.message), String(call));
});

test("what is wrong with a case is named", async () => {
  for (const [part, kind, message] of [
    [5, TypeError, /diagnose expects strings, .* not 5/],
    [{ text: 5 }, TypeError, /not 5/],
    [[null], TypeError, /not null/],
    [{ text: "", event: -1 }, RangeError, /event: expected an integer from 0/],
    [{ text: "", record: "1" }, TypeError, /record: expected a number/],
    [{ text: "", source: 1 }, TypeError, /source: expected a string/],
    [{ text: "", time: new Date(NaN) }, RangeError, /time: expected a valid time/],
    [{ text: "", time: "now" }, TypeError, /time: expected a Date/],
    [new Blob(["PK\x03\x04"]), RangeError, /compressed with zip/],
    [(async function* () { yield 5; })(), TypeError, /a stream of bytes is expected, not of 5/],
  ])
    await assert.rejects(diagnose(part), (error) => error instanceof kind && message.test(error.message));
});

test("an answer", () => {
  const found = classify(KMS, { language: "en" });
  assert.deepEqual([found.code, found.value, found.name], ["0xC004F074", KMS, name(KMS)]);
  assert.match(found.steps, /slmgr\.vbs \/ato/);
  assert.match(classify(KMS, { language: "en", commands: "office" }).steps, /ospp\.vbs \/act/);
  assert.match(classify(KMS, { language: "ja" }).cause, /KMS/);
  assert.equal(classify(KMS, { language: "fr" }).language, "en");
  assert.equal(classify(1722).subject, "0x800706BA");
  assert.equal(lookup(0x12345678), null);
  assert.equal(lookup(1722), null);
  assert.deepEqual({ ...lookup(KMS, { language: "en" }) }, { ...found });
});

test("lists", () => {
  assert.equal(new Set(entries().map((entry) => entry.code)).size, entries().length);
  assert.ok(entries().every((entry) => entry.known === "documented" && entry.steps));
  assert.ok(codes().every((code, i, all) => i === 0 || all[i - 1] < code) && known.has(KMS));
  assert.deepEqual(find("count too low", { language: "en" }).map((found) => found.name), ["SL_E_VL_NOT_ENOUGH_COUNT"]);
  assert.ok(find("猶予期間", { language: "ja" }).some((found) => found.code === "0xC004F009"));
  assert.deepEqual(find(" "), []);
  assert.ok(commands().some((command) => command.slmgr === "slmgr.vbs /ato" && command.office === "cscript ospp.vbs /act"));
  assert.equal(documents()[0].language, "ja");
  assert.match(version(), /^1\.\d+\.\d+$/);
});

test("events and words", () => {
  assert.equal(event(12288, { source: "Microsoft-Windows-Security-SPP" }).kind, "look");
  assert.match(event(12288, { language: "ja" }).meaning, /KMS クライアント/);
  assert.equal(event(12288, { source: "Disk" }), null);
  assert.equal(event(77), null);
  assert.ok(events().some(({ event: number }) => number === 12288));
  assert.equal(word("heading.cause", "ja"), "原因");
  assert.equal(word("heading.nothing"), null);
});

test("the language is the locale's", () => {
  const script = `import { classify } from ${JSON.stringify(address.href)}; console.log(classify(5).language);`;
  for (const [variables, wanted] of [[{ LANG: "ja_JP.UTF-8" }, "ja"], [{ LANG: "ja_JP.UTF-8", LC_ALL: "C" }, "en"],
    [{ LC_MESSAGES: "ja" }, "ja"], [{}, "en"]]) {
    const done = spawnSync(process.execPath, ["--input-type=module", "-e", script], { env: variables, encoding: "utf8" });
    assert.equal(done.stdout.trim(), wanted, done.stderr);
  }
});

test("scan finds what a regular expression of the same forms finds", () => {
  const text = sample(30000);
  assert.ok(expected(text).length > 5000);
  for (const all of [false, true])
    assert.deepEqual(triples(scan(text, { all })), expected(text, all));
  const ascii = text.replace(/[^\x00-\x7f]/g, "?");
  const bytes = new TextEncoder().encode(ascii);
  assert.deepEqual(triples(scan(bytes)), expected(ascii));
  assert.deepEqual(triples(scan(bytes.buffer)), expected(ascii));
  const wide = Buffer.from(ascii, "utf16le");
  const twice = expected(ascii).map(([value, offset, length]) => [value, 2 * offset, 2 * length]);
  assert.deepEqual(triples(scan(wide)), twice);
  assert.deepEqual(triples(scan(Buffer.from("\ufeff" + ascii, "utf16le").swap16())),
    twice.map(([value, offset, length]) => [value, offset + 2, length]));
});

test("a stream gives the matches of the whole, wherever it is cut", async () => {
  const bytes = new TextEncoder().encode(sample(400));
  const wanted = triples(scan(bytes));
  assert.ok(wanted.length > 50);
  for (const size of [1, 2, 3, 7, 33, 511, 512, 4096]) {
    const pieces = async function* () {
      for (let at = 0; at < bytes.length; at += size)
        yield bytes.subarray(at, at + size);
    };
    assert.deepEqual(triples(await collected(scan(pieces()))), wanted, `pieces of ${size} bytes`);
  }
  assert.deepEqual(triples(await collected(scan(new Blob([bytes])))), wanted);
  assert.deepEqual(triples(await collected(scan(new Blob([bytes]).stream()))), wanted);
  assert.deepEqual(await collected(scan(new Blob([]))), []);
});

test("scans and cases may take turns", async () => {
  const one = scan("0xC004F074 " + "x".repeat(600_000) + " 0x8007232B"), two = scan(new TextEncoder().encode("0xC004F00F"));
  assert.equal(one.next().value.code, "0xC004F074");
  assert.equal(two.next().value.code, "0xC004F00F");
  assert.equal(one.next().value.offset, 600_012);
  const texts = ["0xC004F074 ", "0x8007232B ", "0xC004F00F "];
  const slow = async function* (text) {
    for (let i = 0; i < 5; i++) {
      yield new TextEncoder().encode(text.repeat(100));
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const found = await Promise.all(texts.map((text) => diagnose(slow(text))));
  assert.deepEqual(found.map(([verdict]) => verdict.findings.map(({ code, count }) => [code, count])),
    texts.map((text) => [[text.trim(), 500]]));
});

test("a case of pieces of known origin", async () => {
  const source = "Microsoft-Windows-Security-SPP", time = new Date("2026-11-24T08:00:00Z");
  const verdicts = await diagnose([
    { text: "hr=0xC004F074", source, event: 8198, computer: "PC-1", time, record: 7 },
    { text: "hr=0x8007232B", source, event: 8198, computer: "PC-2", time: time.getTime() },
  ]);
  assert.deepEqual(verdicts.map(({ computer, code }) => [computer, code]), [["PC-1", "0xC004F074"], ["PC-2", "0x8007232B"]]);
  const { event: number, time: seen, record } = verdicts[0].findings[0];
  assert.deepEqual([number, seen, record], [8198, "2026-11-24T08:00:00", 7]);
});

test("a case of every kind of part", async () => {
  const text = "Event ID: 8198\nSource: Microsoft-Windows-Security-SPP\nhr=0xC004F074\n0x8007232B ".repeat(30);
  const wanted = await diagnose(text), bytes = new TextEncoder().encode(text);
  const folder = mkdtempSync(join(tmpdir(), "actdiag-")), path = join(folder, "case.log");
  writeFileSync(path, text);
  for (const part of [bytes, bytes.buffer, Buffer.from(bytes), new Blob([bytes]), new Blob([bytes]).stream(),
    createReadStream(path, { highWaterMark: 100 }), createReadStream(path, "utf8"), { text: new Blob([bytes]) }, [text]])
    assert.deepEqual(await diagnose(part), wanted);
  rmSync(folder, { recursive: true });
});

test("progress, and a way to stop", async () => {
  const file = new Blob([new Uint8Array(20 << 20)]), read = [], stop = new AbortController();
  await diagnose(file, { progress: (size) => read.push(size) });
  assert.ok(read.length >= 5);
  assert.equal(read.reduce((sum, size) => sum + size), file.size);
  await assert.rejects(diagnose(file, { signal: stop.signal, progress: () => stop.abort() }), { name: "AbortError" });
  await assert.rejects(collected(scan(file, { signal: stop.signal })), { name: "AbortError" });
});

test("memory does not grow with what was read", async () => {
  const before = process.memoryUsage().rss;
  for (let i = 0; i < 200; i++)
    await diagnose(new Uint8Array(1 << 20));
  assert.ok(process.memoryUsage().rss - before < 300 << 20);
});
