import type { Locator } from "playwright-core"

/** Words of less contrast cannot be read by most people. Medusa's own muted words are above it in both themes. */
const CONTRAST_MIN = 2.5

/** Words that hardly stand out against what is behind them, each with its contrast. */
export async function findFaintText(place: Locator): Promise<string[]> {
  await place.evaluate(WAIT_FOR_TRANSITIONS)
  return await place.evaluate(LOOK, CONTRAST_MIN)
}

/** Runs in the page: a button that has just been enabled takes a moment to look it. */
const WAIT_FOR_TRANSITIONS = `Promise.allSettled(
  document
    .getAnimations()
    .filter((animation) => animation instanceof CSSTransition)
    .map((transition) => transition.finished)
).then(() => undefined)`

/** Runs in the page: walks all visible words and compares their colour with the nearest background. */
const LOOK = new Function(
  "place",
  "least",
  `
  const parse = (color) => {
    const parts = color.match(/[\\d.]+/g).map(Number)
    return { rgb: parts.slice(0, 3), alpha: parts[3] ?? 1 }
  }
  const over = (top, below) =>
    top.rgb.map((part, i) => part * top.alpha + below[i] * (1 - top.alpha))
  const backgroundOf = (element) => {
    const layers = []
    for (let at = element; at; at = at.parentElement) {
      const layer = parse(getComputedStyle(at).backgroundColor)
      if (layer.alpha > 0) layers.push(layer)
      if (layer.alpha === 1) break
    }
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255])
  }
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((part) => {
      const s = part / 255
      return s <= 0.03928 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const faint = []
  const words = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
  while (words.nextNode()) {
    const text = words.currentNode.textContent.trim()
    const element = words.currentNode.parentElement
    if (!text || !element.checkVisibility({ opacityProperty: true })) continue
    if (element.closest(":disabled, [aria-disabled=true]")) continue
    const background = backgroundOf(element)
    const colour = over(parse(getComputedStyle(element).color), background)
    const [light, dark] = [luminance(colour), luminance(background)].sort((a, b) => b - a)
    const contrast = (light + 0.05) / (dark + 0.05)
    if (contrast < least) faint.push(text + " (" + contrast.toFixed(1) + ")")
  }
  return faint
  `
) as (place: unknown, least: number) => string[]
