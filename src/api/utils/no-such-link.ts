import { MedusaError } from "@medusajs/framework/utils"

/** The one text for every link that leads nowhere: why is nobody's business. */
export const noSuchLink = (slug: string): MedusaError =>
  new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `There is no affiliate link ${slug}`
  )
