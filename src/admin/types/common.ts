/** What every Medusa list answers beside its rows. */
export type Paged = { count: number; offset: number; limit: number }

/** An amount in major units of its own currency. */
export type CurrencyAmount = { currency_code: string; amount: number }

export type Ref = { id: string; name: string }

export type AffiliateRef = Ref & { email: string }

/** Query of a list route; operators as in core, e.g. `created_at[$gte]`. */
export type ListQuery = {
  limit?: number
  offset?: number
  order?: string
  q?: string
} & Record<string, unknown>

/** Answer of every DELETE route. */
export type Deleted = { id: string; object: string; deleted: boolean }
