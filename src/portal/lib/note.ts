import { toast } from "@medusajs/ui"

/** Notes go by themselves: the button that the design system gives them to be sent away has no name to be read out. */
const GOES_BY_ITSELF = { dismissable: false }

/** Says for a moment what became of something, wherever one is on the page. */
export const note = {
  done: (text: string): void => void toast.success(text, GOES_BY_ITSELF),
  failed: (text: string): void => void toast.error(text, GOES_BY_ITSELF),
}
