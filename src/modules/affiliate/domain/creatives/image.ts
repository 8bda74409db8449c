/** What a banner may be, with the ending of its file. No SVG: that can have scripts in it. */
export const IMAGE_KINDS = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
} as const

export type ImageMimeType = keyof typeof IMAGE_KINDS

/** What an image says of itself. */
export interface ImageFacts {
  mime_type: ImageMimeType
  /** Pixels, at least 1. */
  width: number
  height: number
}

/** Pixels a side. */
export const IMAGE_SIDE_MAX = 5_000

type Size = Pick<ImageFacts, "width" | "height">

const says = (bytes: Buffer, text: string, at = 0): boolean =>
  bytes.toString("latin1", at, at + text.length) === text

/** Where the size is, after the eight bytes every PNG begins with. */
const sizeOfPng = (bytes: Buffer): Size | null =>
  says(bytes, "\x89PNG\r\n\x1a\n") && says(bytes, "IHDR", 12)
    ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : null

const sizeOfGif = (bytes: Buffer): Size | null =>
  says(bytes, "GIF87a") || says(bytes, "GIF89a")
    ? { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
    : null

/** Markers of a JPEG that begin a frame; the three between them mean something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** The size is in the frame, behind segments of any number and length. */
const sizeOfJpeg = (bytes: Buffer): Size | null => {
  if (!says(bytes, "\xff\xd8\xff")) {
    return null
  }
  let at = 2
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]
    if (isFrame(marker)) {
      return {
        height: bytes.readUInt16BE(at + 5),
        width: bytes.readUInt16BE(at + 7),
      }
    }
    // A byte of 0xff may be repeated; a segment's length counts itself.
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

/** WebP is three formats in one: lossy, lossless, and one with more in it. */
const sizeOfWebp = (bytes: Buffer): Size | null => {
  if (!says(bytes, "RIFF") || !says(bytes, "WEBP", 8)) {
    return null
  }
  if (says(bytes, "VP8 ", 12)) {
    return {
      width: bytes.readUInt16LE(26) & 0x3fff,
      height: bytes.readUInt16LE(28) & 0x3fff,
    }
  }
  if (says(bytes, "VP8L", 12)) {
    const bits = bytes.readUInt32LE(21)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  return says(bytes, "VP8X", 12)
    ? {
        width: bytes.readUIntLE(24, 3) + 1,
        height: bytes.readUIntLE(27, 3) + 1,
      }
    : null
}

const SIZES: Record<ImageMimeType, (bytes: Buffer) => Size | null> = {
  "image/png": sizeOfPng,
  "image/jpeg": sizeOfJpeg,
  "image/gif": sizeOfGif,
  "image/webp": sizeOfWebp,
}

/** More than any size is behind the beginning of, except in a JPEG. */
const HEAD_MIN = 30

/**
 * What an image is by its own bytes, whatever it is said to be; `null` = none of
 * the allowed kinds, or one whose size cannot be told.
 */
export const imageFactsOf = (bytes: Buffer): ImageFacts | null => {
  if (bytes.length < HEAD_MIN) {
    return null
  }
  for (const mime_type of Object.keys(SIZES) as ImageMimeType[]) {
    const size = SIZES[mime_type](bytes)
    if (size && size.width > 0 && size.height > 0) {
      return { mime_type, ...size }
    }
  }
  return null
}
