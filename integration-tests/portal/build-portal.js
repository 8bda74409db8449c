const { execFileSync } = require("node:child_process")
const { join } = require("node:path")

const root = join(__dirname, "../..")

/** Builds the portal where the repository's own store serves it from, once for all files that look at it. */
module.exports = function buildPortal() {
  execFileSync(process.execPath, ["scripts/build-portal.mjs", ".tmp/portal"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NODE_OPTIONS: "" },
    stdio: "inherit",
  })
}
