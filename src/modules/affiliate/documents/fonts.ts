import { existsSync, readFileSync } from "node:fs"

import * as fontkit from "fontkit"

/** DejaVu Sans has the letters of Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and more, under a free licence. */
const REGULAR = "dejavu-fonts-ttf/ttf/DejaVuSans.ttf"
const BOLD = "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"

/** A font, and which letters it has. */
export interface DocumentFont {
  bytes: Buffer
  has: (letter: string) => boolean
}

const load = (path: string): DocumentFont => {
  const bytes = readFileSync(path)
  const font = fontkit.create(bytes)
  if (!("hasGlyphForCodePoint" in font)) {
    throw new Error(`${path} is a collection of fonts, not one font`)
  }
  return {
    bytes,
    has: (letter) => font.hasGlyphForCodePoint(letter.codePointAt(0)!),
  }
}

const loaded = new Map<string, DocumentFont>()

const fontAt = (path: string): DocumentFont => {
  const known = loaded.get(path) ?? load(path)
  loaded.set(path, known)
  return known
}

/** What documents are written with. */
export interface DocumentFonts {
  regular: DocumentFont
  bold: DocumentFont
  /** The store's own, for letters that the two have not; `null` = none. */
  other: DocumentFont | null
}

/**
 * @param other path of a TrueType or OpenType font
 * @throws when there is no font at that path
 */
export const documentFonts = (other: string | undefined): DocumentFonts => {
  if (other && !existsSync(other)) {
    throw new Error(`There is no font at ${other} (plugin option tax.font)`)
  }
  return {
    regular: fontAt(require.resolve(REGULAR)),
    bold: fontAt(require.resolve(BOLD)),
    other: other ? fontAt(other) : null,
  }
}

/** In place of a letter that no font has: an empty box would not say that something is missing. */
const MISSING = "?"

/** A piece of text and the font it is written with. */
export interface Run {
  text: string
  font: "main" | "other"
}

/** Text in pieces, each in a font that has its letters. */
export const runsOf = (
  text: string,
  main: DocumentFont,
  other: DocumentFont | null
): Run[] => {
  const runs: Run[] = []
  for (const letter of text.normalize("NFC")) {
    const inMain = main.has(letter)
    const inOther = !inMain && other !== null && other.has(letter)
    const font = inOther ? "other" : "main"
    const written = inMain || inOther ? letter : MISSING
    const last = runs.at(-1)
    if (last?.font === font) {
      last.text += written
    } else {
      runs.push({ text: written, font })
    }
  }
  return runs
}
