const { execFileSync } = require("node:child_process")
const { mkdirSync, renameSync, rmSync } = require("node:fs")
const { join } = require("node:path")

const root = join(__dirname, "../..")
/** Where `medusa start` looks for a dashboard that is built. */
const place = join(root, "public/admin")

/**
 * Builds Medusa's dashboard with the plugin's pages, once for all files that look at it: the development server compiles
 * page by page and loads the dashboard anew when it finds more to compile, in the middle of a test. React stays the one
 * that warns, and nothing is minified, so that what a page says of an error can be read.
 */
module.exports = function buildDashboard() {
  const fresh = join(root, `.tmp/dashboard-${process.pid}`)
  const script = `
    const { build } = require("@medusajs/admin-bundler")
    build({
      path: "/app",
      backendUrl: "/",
      sources: [${JSON.stringify(join(root, "src/admin"))}],
      plugins: [],
      outDir: ${JSON.stringify(fresh)},
      vite: () => ({ build: { minify: false } }),
    }).catch((error) => {
      console.error(error)
      process.exit(1)
    })`
  execFileSync(process.execPath, ["-e", script], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "development", NODE_OPTIONS: "" },
    stdio: "inherit",
  })
  mkdirSync(join(root, "public"), { recursive: true })
  rmSync(place, { recursive: true, force: true })
  renameSync(fresh, place)
}
