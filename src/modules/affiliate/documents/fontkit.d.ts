/** As much of fontkit as documents use; it brings no types of its own. */
declare module "fontkit" {
  export interface Font {
    hasGlyphForCodePoint(code_point: number): boolean
  }
  export interface FontCollection {
    fonts: Font[]
  }
  export function create(bytes: Buffer): Font | FontCollection
}
