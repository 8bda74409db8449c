import { Context } from "@medusajs/framework/types"

import { AffiliateCodes } from "./codes"
import { invalid } from "./refusals"

/** Programs and tiers as people write them in a file: by handle and name. */
export class AffiliatePlacesByName extends AffiliateCodes {
  protected async programHandled_(
    handle: string,
    context: Context
  ): Promise<string> {
    const [program] = await this.listAffiliatePrograms({ handle }, {}, context)
    if (!program) {
      throw invalid(`Field 'program': there is no program ${handle}`)
    }
    return program.id
  }

  /** @param tier its name, in any letter case, or its id */
  protected async tierNamed_(
    tier: string,
    program_id: string,
    context: Context
  ): Promise<string> {
    const tiers = await this.listAffiliateTiers(
      { program_id },
      { select: ["id", "name"], take: null },
      context
    )
    const named = tiers.filter(
      ({ id, name }) => id === tier || name.toLowerCase() === tier.toLowerCase()
    )
    if (named.length !== 1) {
      throw invalid(
        named.length
          ? `Field 'tier': the program has several tiers ${tier}: name the id`
          : `Field 'tier': the program has no tier ${tier}`
      )
    }
    return named[0].id
  }
}
