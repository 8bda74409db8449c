import { useEffect, useState } from "react"

import type { AffiliateCode } from "../types"
import { useAffiliate } from "./provider"

/**
 * The affiliate who sent the visitor, with their code; `null` = nobody, nobody with a code that works, or not known yet.
 *
 * @example
 * const referredBy = useReferredBy()
 * return referredBy && <p>Recommended by {referredBy.affiliate_name}</p>
 */
export const useReferredBy = (): AffiliateCode | null => {
  const { client, tracker, visit } = useAffiliate()
  const [code, setCode] = useState<AffiliateCode | null>(null)

  useEffect(() => {
    let gone = false
    const look = async () => {
      const referral = await tracker?.referral()
      return referral?.code ? await client.getCode(referral.code) : null
    }
    look()
      .catch(() => null)
      .then((found) => gone || setCode(found))
    return () => {
      gone = true
    }
  }, [client, tracker, visit])
  return code
}
