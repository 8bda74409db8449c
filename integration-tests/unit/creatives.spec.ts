import { problemOfCreative } from "../../src/modules/affiliate/domain/creatives/creative"
import {
  embedCodeOf,
  withCode,
} from "../../src/modules/affiliate/domain/creatives/embed-code"
import { imageFactsOf } from "../../src/modules/affiliate/domain/creatives/image"
import { IMAGES, SVG } from "../support/images"

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat([
    ...parts.map((part) =>
      typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part)
    ),
    Buffer.alloc(40),
  ])

describe("an image says of itself what it is, and how large", () => {
  test.each(Object.values(IMAGES))("$mime_type", ({ content, ...facts }) => {
    expect(imageFactsOf(Buffer.from(content, "base64"))).toEqual(facts)
  })

  test.each([
    [
      "image/jpeg",
      // A comment of four bytes before the frame, in which the size is.
      bytes(
        [0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2],
        [0xff, 0xc2, 0, 17, 8, 0x01, 0x02, 0x03, 0x04]
      ),
      0x0304,
      0x0102,
    ],
    [
      "image/webp",
      bytes(
        "RIFF",
        [0, 0, 0, 0],
        "WEBPVP8 ",
        Array(10).fill(0),
        [0x2c, 1, 0xfa, 0]
      ),
      300,
      250,
    ],
    [
      "image/webp",
      // 299 and 249, in 14 bits each.
      bytes(
        "RIFF",
        [0, 0, 0, 0],
        "WEBPVP8L",
        [0, 0, 0, 0, 0x2f],
        [0x2b, 0x41, 0x3e, 0]
      ),
      300,
      250,
    ],
    [
      "image/webp",
      bytes(
        "RIFF",
        [0, 0, 0, 0],
        "WEBPVP8X",
        Array(8).fill(0),
        [0x2b, 1, 0, 0xf9, 0, 0]
      ),
      300,
      250,
    ],
  ])("%s, case %#", (mime_type, file, width, height) => {
    expect(imageFactsOf(file)).toEqual({ mime_type, width, height })
  })

  test.each([
    ["an SVG", Buffer.from(SVG, "base64")],
    ["a page", Buffer.from(`<html>${" ".repeat(50)}`)],
    ["nothing", Buffer.alloc(0)],
    ["a PNG of no width", bytes("\x89PNG\r\n\x1a\n", [0, 0, 0, 13], "IHDR")],
    [
      "a JPEG that ends before its frame",
      bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4]),
    ],
    ["a beginning", Buffer.from(IMAGES.png.content, "base64").subarray(0, 20)],
  ])("%s is none", (_, file) => {
    expect(imageFactsOf(file)).toBeNull()
  })
})

test.each([
  ["banner", null, true, null],
  ["banner", null, false, "'image'"],
  ["text", "Shirts", false, null],
  ["text", null, false, "'text'"],
  ["text", "Shirts", true, "'image'"],
] as const)("a %s of %p, image %p: %p", (kind, text, has_image, named) => {
  const problem = problemOfCreative({ kind, text, has_image })
  if (named === null) expect(problem).toBeNull()
  else expect(problem).toContain(named)
})

describe("what is embedded", () => {
  const banner = {
    kind: "banner" as const,
    title: "Spring",
    text: null,
    image_url: "https://files.example/a.png",
    width: 300,
    height: 250,
  }

  test("is an image with its size that leads to the store, and says that it is paid for", () => {
    expect(embedCodeOf(banner, "https://shop.example/?a=1&ref=ADA")).toBe(
      '<a href="https://shop.example/?a=1&amp;ref=ADA" rel="sponsored noopener" target="_blank">' +
        '<img src="https://files.example/a.png" width="300" height="250" alt="Spring"></a>'
    )
  })

  test("is the words of a text, and none of them is HTML", () => {
    const words = `"><script>alert('1')</script>&`
    const code = embedCodeOf(
      { ...banner, kind: "text", text: words },
      `https://shop.example/"onclick="x`
    )
    expect(code).toBe(
      '<a href="https://shop.example/&quot;onclick=&quot;x" rel="sponsored noopener" target="_blank">' +
        "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</a>"
    )
  })

  test("has the code in its address, beside whatever is there, once", () => {
    expect(withCode("https://shop.example/shirts?size=m#top", "ADA 1")).toBe(
      "https://shop.example/shirts?size=m&ref=ADA+1#top"
    )
    expect(withCode("https://shop.example/?ref=BOB", "ADA")).toBe(
      "https://shop.example/?ref=ADA"
    )
  })
})
