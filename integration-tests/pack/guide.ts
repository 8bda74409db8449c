import { readFileSync } from "node:fs"
import { mkdir, readFile, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { command } from "./command"

const GUIDE = readFileSync("docs/storefront.md", "utf8")
const PACKAGE = "medusa-plugin-affiliate"

/** Next.js tells its makers about every build unless it is asked not to. */
const ENV = { NEXT_TELEMETRY_DISABLED: "1", npm_config_yes: "true" }

/** A part of the guide, by its heading. */
const part = (heading: string): string => {
  const [, text] = GUIDE.split(`\n## ${heading}\n`)
  if (!text) throw new Error(`the guide says nothing under ${heading}`)
  return text.split("\n## ")[0]
}

const BLOCK = /^```(\w+)\n([\s\S]*?)^```$/gm

/** What is typed into a shell: the lines that are set in, outside of blocks. */
const linesOf = (text: string): string[] =>
  text
    .replace(BLOCK, "")
    .match(/^ {4}\S.*$/gm)
    ?.map((line) => line.trim()) ?? []

/** The blocks of code in these languages. */
const blocksOf = (text: string, languages: string): string[] =>
  [...text.matchAll(BLOCK)]
    .filter(([, language]) => languages.split(" ").includes(language))
    .map(([, , code]) => code)

/**
 * Does what the guide says of Next.js, word for word, from an empty folder; the package is the tarball instead of the
 * published one, and the store the one that is named. Answers where the storefront is.
 */
export async function followTheGuide(
  folder: string,
  tarball: string,
  store: { baseUrl: string; publishableKey: string }
): Promise<string> {
  const text = part("React, Next.js")
  const [create, enter, install, run] = linesOf(text)
  expect(enter).toMatch(/^cd \w+$/)
  expect(run).toBe("npm run dev -- --port 8000")
  await mkdir(folder, { recursive: true })
  await shell(folder, create)
  const storefront = join(folder, enter.slice("cd ".length))
  await shell(storefront, install.replace(PACKAGE, tarball))

  for (const block of blocksOf(text, "sh ts tsx")) {
    const [, path, content] = /^(?:\/\/|#) (\S+)\n([\s\S]*)$/.exec(block) ?? []
    if (!path)
      throw new Error(`the guide does not say where this goes: ${block}`)
    const place = join(storefront, path)
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, content)
  }
  const env = join(storefront, ".env.local")
  const said = await readFile(env, "utf8")
  await writeFile(
    env,
    said
      .replace("http://localhost:9000", store.baseUrl)
      .replace("pk_…", store.publishableKey)
  )
  return storefront
}

/** The rest of the guide's TypeScript, in one file of the storefront, for its compiler to judge. */
export async function putBesides(storefront: string): Promise<void> {
  const blocks = [
    "The client",
    "Cookies, scripts, and where the store is",
  ].flatMap((heading) => blocksOf(part(heading), "ts"))
  expect(blocks).toHaveLength(2)
  const given = `import type { IncomingMessage } from "node:http"
declare const baseUrl: string, publishableKey: string, cartId: string
declare const request: IncomingMessage
`
  await writeFile(join(storefront, "besides.ts"), given + blocks.join("\n"))
}

/** Compiles the storefront for production, which judges its types too. */
export const buildStorefront = (storefront: string): Promise<string> =>
  command(storefront, "npm", ["run", "build"], ENV)

const shell = (folder: string, line: string): Promise<string> =>
  command(folder, "bash", ["-c", line], ENV)
