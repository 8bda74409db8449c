import type { NewImage } from "../types"

/** What a banner may be; no SVG, which can have scripts in it. */
export const IMAGE_TYPES = [
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
]

/** As much as the store takes. */
export const IMAGE_BYTES_MAX = 2 * 1024 * 1024

/** The bytes of an image in base64, with its kind. */
export const readImage = (file: File): Promise<NewImage> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onerror = () => reject(reader.error ?? new Error(file.name))
    reader.onload = () => {
      const address = String(reader.result)
      resolve({
        mime_type: file.type,
        content: address.slice(address.indexOf(",") + 1),
      })
    }
    reader.readAsDataURL(file)
  })
