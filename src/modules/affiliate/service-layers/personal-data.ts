import { Context } from "@medusajs/framework/types"
import { MedusaContext } from "@medusajs/framework/utils"

import { findCustomer } from "../sql/customer-erasure"
import {
  AFFILIATE_SOURCES,
  CUSTOMER_SOURCES,
  DataPage,
  DataPlace,
  PersonalSource,
  readPersonalData,
} from "../sql/personal-data"
import { notFound } from "./refusals"
import { AffiliateTierReviews } from "./tier-reviews"

/** Rows that are held in memory at a time. */
const PAGE = 1_000

/** Tables of a person's data, each by its name and page by page. */
export type PersonalTables = AsyncGenerator<{
  table: string
  rows: Record<string, unknown>[]
}>

/** All that is stored on a person, read page by page, so that it has no limit. */
export class AffiliatePersonalData extends AffiliateTierReviews {
  /** @throws not_found */
  async affiliateData(
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PersonalTables> {
    const [affiliate] = await this.listAffiliates(
      { id },
      { select: ["id"] },
      sharedContext
    )
    if (!affiliate) {
      throw notFound(`There is no affiliate ${id}`)
    }
    return this.tablesOf_(AFFILIATE_SOURCES, { id })
  }

  /** @throws not_found when neither Medusa nor the plugin ever heard of the customer */
  async customerData(
    customer_id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PersonalTables> {
    const person = await this.transact(
      (trx) => findCustomer(trx, customer_id),
      sharedContext
    )
    if (!person) {
      throw notFound(`There is no customer ${customer_id}`)
    }
    return this.tablesOf_(CUSTOMER_SOURCES, {
      customer_id,
      email: person.email,
    })
  }

  private async *tablesOf_(
    sources: Record<string, PersonalSource>,
    person: Record<string, string | null>
  ): PersonalTables {
    for (const [table, source] of Object.entries(sources)) {
      let after: DataPlace | null = null
      do {
        const page = await this.pageOf_(source, person, after)
        yield { table, rows: page.rows }
        after = page.next
      } while (after)
    }
  }

  private async pageOf_(
    source: PersonalSource,
    person: Record<string, string | null>,
    after: DataPlace | null
  ): Promise<DataPage> {
    return this.transact(
      (trx) => readPersonalData(trx, source, person, { after, limit: PAGE }),
      {}
    )
  }
}
