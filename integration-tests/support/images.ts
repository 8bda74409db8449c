/** The smallest images there are, each of other kind; in base64, with what they say of themselves. */
export const IMAGES = {
  png: {
    mime_type: "image/png",
    content:
      "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGP4z8AAQQxwFgBB0gX7h/C5SAAAAABJRU5ErkJggg==",
    width: 3,
    height: 2,
  },
  gif: {
    mime_type: "image/gif",
    content: "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
    width: 1,
    height: 1,
  },
} as const

/** An SVG, which is no banner: it can have scripts in it. */
export const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>alert(1)</script></svg>'
).toString("base64")

/** The image as a creative takes it. */
export const handIn = ({
  mime_type,
  content,
}: {
  mime_type: string
  content: string
}) => ({ mime_type, content })
