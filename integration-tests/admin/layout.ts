import type { Page } from "playwright-core"

/** Words that stick out of the box, drawer or prompt they are in; and the page itself where it can be pushed sideways. */
export async function findSpilling(page: Page): Promise<string[]> {
  return await page.evaluate(LOOK)
}

/** Runs in the page: what is cut off within its box does not stick out of it. */
const LOOK = new Function(`
  const ROUNDING = 1
  const found = []
  const page = document.documentElement
  if (page.scrollWidth > page.clientWidth + ROUNDING) found.push("(the page)")
  const clips = (element) => getComputedStyle(element).overflowX !== "visible"
  for (const box of document.querySelectorAll(
    ".shadow-elevation-card-rest, [role=dialog], [role=alertdialog]"
  )) {
    const edge = box.getBoundingClientRect().right + ROUNDING
    const words = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
    while (words.nextNode()) {
      const text = words.currentNode.textContent.trim()
      const around = words.currentNode.parentElement
      if (!text || around.closest(".sr-only")) continue
      const range = document.createRange()
      range.selectNodeContents(words.currentNode)
      if (![...range.getClientRects()].some(({ right }) => right > edge)) continue
      let at = around
      while (at !== box && !(clips(at) && at.getBoundingClientRect().right <= edge))
        at = at.parentElement
      if (at === box && !clips(box)) found.push(text)
    }
  }
  return found
`) as () => string[]
