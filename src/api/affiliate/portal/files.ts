import { existsSync, readFileSync, readdirSync } from "node:fs"
import { extname, join } from "node:path"

/** In the package the built portal lies beside the compiled routes; this repository's own store has it built aside. */
const PLACES = [
  join(__dirname, "../../../portal"),
  join(__dirname, "../../../../.tmp/portal"),
]

const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
}

const ZIPPED = ".gz"

export interface PortalAsset {
  type: string
  plain: Buffer
  zipped: Buffer | null
}

export interface PortalFiles {
  /** The page as it was built. */
  page: string
  /** By their names, which change with what is in them. */
  assets: ReadonlyMap<string, PortalAsset>
}

let found: PortalFiles | null = null

/**
 * The built portal, read once and then kept: it is a megabyte or two.
 *
 * @returns `null` where it was not built
 */
export const portalFiles = (): PortalFiles | null => (found ??= find())

const find = (): PortalFiles | null => {
  // The sources have a page too, and no assets.
  const place = PLACES.find((one) => existsSync(join(one, "assets")))
  return place ? read(place) : null
}

const read = (place: string): PortalFiles => {
  const names = readdirSync(join(place, "assets"))
  const bytesOf = (name: string) => readFileSync(join(place, "assets", name))
  return {
    page: readFileSync(join(place, "index.html"), "utf8"),
    assets: new Map(
      names
        .filter((name) => extname(name) in TYPES)
        .map((name) => [
          name,
          {
            type: TYPES[extname(name)],
            plain: bytesOf(name),
            zipped: names.includes(name + ZIPPED)
              ? bytesOf(name + ZIPPED)
              : null,
          },
        ])
    ),
  }
}
