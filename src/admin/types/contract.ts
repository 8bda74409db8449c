import type { Paged } from "./common"

/** Terms with one affiliate alone, that go before every other rate while they run. */
export type Contract = {
  id: string
  affiliate_id: string
  title: string
  /** The words agreed on. */
  terms: string | null
  /** Percent of the base. */
  revenue_split: number
  starts_at: string
  /** Not in force from then on; `null` = for ever. */
  ends_at: string | null
}

export type ContractListResponse = { contracts: Contract[] } & Paged
export type ContractResponse = { contract: Contract }

export type CreateContract = {
  title: string
  terms?: string | null
  revenue_split: number
  starts_at: string
  ends_at?: string | null
}
export type UpdateContract = Partial<CreateContract>
