import { z } from "@medusajs/framework/zod"

import { says } from "../../../utils/says"
import { longText } from "../../../utils/text-fields"

const ID_LENGTH_MAX = 200
const ADDRESS_LENGTH_MAX = 2048
/** What a browser hands over may be longer than what is worth keeping. */
const ADDRESS_LENGTH_TAKEN_MAX = 16_384
const WORD_LENGTH_MAX = 200

const address = () =>
  longText(ADDRESS_LENGTH_TAKEN_MAX).transform((text) =>
    text.slice(0, ADDRESS_LENGTH_MAX)
  )

export const StoreRecordClick = z
  .strictObject({
    /** An affiliate's code, in any letter case. */
    code: longText(WORD_LENGTH_MAX).optional(),
    /** The slug of a tracking link. */
    link: longText(WORD_LENGTH_MAX).optional(),
    visitor_id: longText(ID_LENGTH_MAX).optional(),
    sub_id: longText(ID_LENGTH_MAX).optional(),
    landing_url: address().optional(),
    referrer: address().optional(),
    /** Whether the visitor agreed to be remembered; without it, nobody asked. */
    consent: z.boolean().optional(),
  })
  .refine(
    ({ code, link }) => (code === undefined) !== (link === undefined),
    says("needs one of 'code' and 'link'")
  )
export type StoreRecordClickType = z.infer<typeof StoreRecordClick>
