// Prints for each log which code to act on, and where: node triage.js LOG...
import { createReadStream } from "node:fs";
import { classify, diagnose, word, type Verdict } from "actdiag";

function describe({ computer, code, side, findings }: Verdict): string {
  if (code === null)
    return word("heading.no-verdict", "en") ?? "";
  const { message } = classify(code, { language: "en" });
  const seen = findings.find((finding) => finding.code === code)?.count ?? 0;
  return [computer, code, word(`side.${side}`, "en"), `${seen} times`, message].filter(Boolean).join("\t");
}

for (const path of process.argv.slice(2)) {
  const verdicts = await diagnose(createReadStream(path), { language: "en" });
  for (const verdict of verdicts)
    console.log(`${path}\t${describe(verdict)}`);
}
