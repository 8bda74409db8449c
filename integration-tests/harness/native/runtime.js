const { join, sep } = require("node:path")
const { addHook } = require("pirates")
const { default: Runtime } = require("jest-runtime")

/**
 * What each test file loads anew: the tests themselves, jest's own state, and what of the store remembers something
 * between two requests or between two boots (the configuration, routes with their limits, links between modules).
 * Everything else, Medusa with its thousands of files above all, is loaded once for all files of a worker.
 */
const LOADED_ANEW = [
  "integration-tests",
  "medusa-config.ts",
  "dev",
  "src/api",
  "src/links",
  // Its emitter is the process's: subscribers of the stores before would hear every event too.
  "node_modules/@medusajs/event-bus-local",
  "node_modules/jest-circus",
  "node_modules/expect",
  "node_modules/@jest",
]

let removeHook = () => {}

/**
 * Jest's runtime, except that Node itself loads the modules, in the worker's own world: the next store boots in a
 * fraction of the time that the first one takes. Jest's module system is there for mocks of modules, which no test
 * here uses. Test files still run one after another in a worker, each on a database of its own.
 */
module.exports = class NativeRuntime extends Runtime {
  constructor(...args) {
    super(...args)
    const [config, environment, , , , , testPath] = args
    forget(config.rootDir)
    removeHook()
    removeHook = addHook((_source, path) => this.transformFile(path), {
      exts: [".ts", ".tsx", ".js"],
      matcher: (path) => path.startsWith(config.rootDir + sep),
    })
    environment.global.jest = this._createJestObjectFor(testPath)
  }

  requireModule(path) {
    return require(path)
  }

  requireInternalModule(path) {
    return require(path)
  }

  // The world is not ours to take apart.
  setGlobalsForRuntime() {}

  resetModules() {}
}

function forget(rootDir) {
  const places = LOADED_ANEW.map((place) => join(rootDir, place))
  for (const path of Object.keys(require.cache)) {
    const anew = places.some(
      (place) => path === place || path.startsWith(place + sep)
    )
    if (anew && !path.startsWith(__dirname + sep)) delete require.cache[path]
  }
}
