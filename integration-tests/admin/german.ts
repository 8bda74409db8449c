import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import type { Language } from "./dashboard"

const WORDS = join(process.cwd(), "src/admin/i18n")

/** How a word looks that has no translation: its place in the files of words. */
const KEY = new RegExp(
  `\\b(${readdirSync(join(WORDS, "en"))
    .map((file) => file.replace(/\.json$/, ""))
    .join("|")})\\.[a-z]\\w*`,
  "i"
)

/** What of these lines, which a German reads on a page, is not German. */
export async function untranslatedIn(
  page: Page,
  lines: string[]
): Promise<{ keys: string[]; untranslated: string[] }> {
  const english = onlyEnglish()
  // The columns of a file are called the same in every language.
  const literal = new Set(await page.locator("code").allInnerTexts())
  return {
    keys: lines.filter((line) => KEY.test(line)),
    untranslated: lines.filter(
      (line) => english.has(line) && !literal.has(line)
    ),
  }
}

/** The lines that can be read somewhere. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)

type Tree = { [key: string]: Tree | string }

/** What stands at a place in the files of words. */
export function wordsAt(
  language: Language,
  [file, ...keys]: [string, ...string[]]
): string {
  const found = keys.reduce<Tree | string>(
    (tree, key) => (typeof tree === "string" ? tree : tree[key]),
    readTree(language, file)
  )
  if (typeof found !== "string") throw new Error(`no words at ${file}.${keys}`)
  return found
}

function readTree(language: Language, file: string): Tree {
  return JSON.parse(readFileSync(join(WORDS, language, `${file}.json`), "utf8"))
}

/** Every text of the plugin that stands for itself and reads differently in German. */
export function onlyEnglish(): Set<string> {
  const found = new Set<string>()
  const german = new Set<string>()
  for (const file of readdirSync(join(WORDS, "en"))) {
    const name = file.replace(/\.json$/, "")
    leaves(readTree("en", name)).forEach((text) => found.add(text))
    leaves(readTree("de", name)).forEach((text) => german.add(text))
  }
  return new Set([...found].filter((text) => !german.has(text)))
}

function leaves(tree: Tree | string): string[] {
  return typeof tree === "string" ? [tree] : Object.values(tree).flatMap(leaves)
}
