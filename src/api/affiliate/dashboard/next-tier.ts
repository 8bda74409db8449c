import { MedusaContainer } from "@medusajs/framework/types"

import { tierStandingOf } from "../profile/tier"

/** The tier that an affiliate works towards, with what it asks for beside what the affiliate has; `null` = there is none. */
export const nextTierOf = async (
  container: MedusaContainer,
  affiliate_id: string
) => {
  const standing = await tierStandingOf(container, affiliate_id)
  return standing?.next
    ? {
        ...standing.next,
        requirements: standing.next.requirements.map(
          ({ found, ...requirement }) => ({ ...requirement, value: found })
        ),
      }
    : null
}
