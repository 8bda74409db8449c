import { readFileSync } from "node:fs"

/** Prints how many tests of a jest report passed and failed. A file that did not run counts as one that failed. */
const report = JSON.parse(readFileSync(process.argv[2], "utf8"))
const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
console.log(`${report.numPassedTests} ${failed}`)
