import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { gzipSync } from "node:zlib"
import { root } from "./paths.mjs"
import { say } from "./say.mjs"

/** What a first visit may load, gzipped. */
const FIRST_LOAD_BYTES_MAX = 300_000

const sources = join(root, "src/portal")

/**
 * Builds the portal into a folder: the page, and its assets each beside a gzipped copy, so that no server has to
 * compress them. The folder appears at once, never half written.
 */
export async function buildPortal(place) {
  const { build } = await import("vite")
  const fresh = `${place}-${process.pid}`
  await build({
    ...(await configuration()),
    build: { ...output, outDir: fresh },
  })
  const bytes = compress(join(fresh, "assets"))
  const { firstLoad, total } = weigh(fresh, bytes)
  rmSync(join(fresh, ".vite"), { recursive: true, force: true })
  mkdirSync(dirname(place), { recursive: true })
  rmSync(place, { recursive: true, force: true })
  renameSync(fresh, place)
  say(
    "portal",
    `first load ${kilobytes(firstLoad)}, everything ${kilobytes(total)} (gzipped)`
  )
  if (firstLoad > FIRST_LOAD_BYTES_MAX)
    throw new Error(
      `a first visit of the portal loads ${kilobytes(firstLoad)}, more than ${kilobytes(FIRST_LOAD_BYTES_MAX)}`
    )
}

const output = {
  emptyOutDir: true,
  manifest: true,
  target: "es2022",
  assetsInlineLimit: 0,
  reportCompressedSize: false,
  // The charts are big, and come when a chart is shown.
  chunkSizeWarningLimit: 600,
}

async function configuration() {
  const { default: react } = await import("@vitejs/plugin-react")
  const require = createRequire(import.meta.url)
  const tailwind = require("tailwindcss")
  const autoprefixer = require("autoprefixer")
  const preset = require("@medusajs/ui-preset")
  return {
    configFile: false,
    root: sources,
    // The page says at run time where it is served from.
    base: "./",
    logLevel: "warn",
    mode: "production",
    publicDir: false,
    plugins: [react()],
    resolve: { dedupe: ["react", "react-dom", "@medusajs/icons"] },
    css: {
      postcss: {
        plugins: [
          tailwind({
            darkMode: "class",
            presets: [preset.default ?? preset],
            content: [
              join(sources, "index.html"),
              join(sources, "**/*.{ts,tsx}"),
              join(root, "node_modules/@medusajs/ui/dist/esm/**/*.js"),
            ],
          }),
          autoprefixer(),
        ],
      },
    },
  }
}

/** @returns the bytes of each asset when gzipped, by its name */
function compress(assets) {
  return new Map(
    readdirSync(assets).map((name) => {
      const path = join(assets, name)
      const zipped = gzipSync(readFileSync(path), { level: 9 })
      writeFileSync(`${path}.gz`, zipped)
      return [`assets/${name}`, zipped.length]
    })
  )
}

/** The entry with all that it imports at once, and its styles; what it imports later is not among it. */
function weigh(place, bytes) {
  const manifest = JSON.parse(
    readFileSync(join(place, ".vite/manifest.json"), "utf8")
  )
  const files = new Set()
  const follow = (key) => {
    const { file, css = [], imports = [] } = manifest[key]
    if (files.has(file)) return
    for (const one of [file, ...css]) files.add(one)
    imports.forEach(follow)
  }
  follow("index.html")
  const sum = (names) =>
    [...names].reduce((all, name) => all + (bytes.get(name) ?? 0), 0)
  for (const [name, size] of [...bytes].sort(([, a], [, b]) => b - a))
    say(
      "portal",
      `${files.has(name) ? "first" : "later"}  ${kilobytes(size).padStart(9)}  ${name}`
    )
  return { firstLoad: sum(files), total: sum(bytes.keys()) }
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
