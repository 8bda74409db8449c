const { default: TestRunner } = require("jest-runner")

/**
 * Runs a project's files in workers that no other project's files share. What another plugin hooks into Medusa's
 * workflows stays there for as long as the process lives, and would be run for the stores of the files after it.
 */
module.exports = class OwnWorkers extends TestRunner {
  runTests(tests, watcher, options) {
    return super.runTests(tests, watcher, { ...options, serial: false })
  }
}
