const { execFileSync } = require("node:child_process")
const { join } = require("node:path")

/** Builds the storefront kit and the example that uses it, once for all files that look at them. */
module.exports = function build() {
  const script = `import("./scripts/lib/example.mjs").then(({ buildExample }) => buildExample())`
  execFileSync(process.execPath, ["-e", script], {
    cwd: join(__dirname, "../.."),
    env: { ...process.env, NODE_ENV: "production", NODE_OPTIONS: "" },
    stdio: "inherit",
  })
}
