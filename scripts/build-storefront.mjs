import { readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { build } from "vite"
import { runOrThrow } from "./lib/child.mjs"
import { main } from "./lib/main.mjs"
import { bin, root } from "./lib/paths.mjs"
import { say } from "./lib/say.mjs"

/** What the snippet may weigh on its way to a shopper, in bytes. */
const SNIPPET_BYTES_MAX = 2000

const source = join(root, "src/storefront")
/** Beside what `medusa plugin:build` has compiled, which empties the folder first. */
const place = join(root, ".medusa/server/src/storefront")

const EXTENSIONS = { es: "mjs", cjs: "cjs" }

/** `npm run build:storefront`: the storefront kit for browsers, Node and bundlers, its types, and the snippet. */
await main("storefront", async () => {
  rmSync(place, { recursive: true, force: true })
  await buildLibrary("es")
  await buildLibrary("cjs")
  await buildSnippet()
  await runOrThrow(bin("tsc"), [
    "-p",
    source,
    "--noEmit",
    "false",
    "--emitDeclarationOnly",
    "--outDir",
    place,
  ])
  return weigh()
})

async function buildLibrary(format) {
  await build({
    ...shared(),
    build: {
      ...into("es2020"),
      minify: false,
      lib: {
        entry: {
          index: join(source, "index.ts"),
          react: join(source, "react/index.ts"),
        },
        formats: [format],
        fileName: (_, name) => `${name}.${EXTENSIONS[format]}`,
      },
      rollupOptions: {
        external: [/^react($|\/)/],
        output: {
          chunkFileNames: `kit.${EXTENSIONS[format]}`,
          // Next.js would otherwise run hooks on the server.
          banner: ({ name }) => (name === "react" ? '"use client";' : ""),
        },
      },
    },
  })
}

async function buildSnippet() {
  await build({
    ...shared(),
    build: {
      ...into("es2020"),
      minify: "esbuild",
      lib: {
        entry: join(source, "snippet.ts"),
        formats: ["iife"],
        name: "affiliateSnippet",
        fileName: () => "snippet.js",
      },
    },
  })
}

function shared() {
  return { configFile: false, logLevel: "warn", root: source, publicDir: false }
}

function into(target) {
  return { outDir: place, emptyOutDir: false, target }
}

/** Says what everything weighs; fails when the snippet is too heavy for a page that wants to be fast. */
function weigh() {
  const bytes = (name) => gzipSync(readFileSync(join(place, name))).length
  for (const name of ["index.mjs", "react.mjs", "kit.mjs", "snippet.js"]) {
    say("storefront", `${name}: ${bytes(name)} bytes gzipped`)
  }
  if (bytes("snippet.js") > SNIPPET_BYTES_MAX) {
    say("storefront", `the snippet is over ${SNIPPET_BYTES_MAX} bytes`)
    return 1
  }
  return 0
}
