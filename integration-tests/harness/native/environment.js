const { ModuleMocker } = require("jest-mock")

/** The worker's own world as the place where tests run; see `runtime.js`. */
module.exports = class NativeEnvironment {
  global = globalThis
  moduleMocker = new ModuleMocker(globalThis)
  fakeTimers = null
  fakeTimersModern = null

  async setup() {}

  async teardown() {}

  exportConditions() {
    return ["node", "node-addons"]
  }

  getVmContext() {
    return null
  }
}
