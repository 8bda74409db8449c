import { Context } from "@medusajs/framework/types"

import { problemOfNamedVersion } from "../domain/agreements"
import { trxOf } from "../ledger/transaction"
import {
  AgreementRow,
  latestAgreement,
  recordAcceptance,
} from "../sql/agreements"
import { heightOf, lineOf, TREE_DEPTH_MAX } from "../sql/parents"
import { DEFAULT_PROGRAM_HANDLE } from "./programs"
import { AffiliateProgramRecord, AffiliateRecord } from "./records"
import { invalid, notAllowed, notFound, taken } from "./refusals"
import { AffiliateTiers } from "./tiers"

/** What a merchant may set of an affiliate. */
export interface AffiliateFields {
  name: string
  email: string
  program_id?: string
  tier_id?: string | null
  parent_id?: string | null
  customer_id?: string | null
  /** Percent; goes before the tier's and the program's. */
  commission_percent?: number | null
  /** Goes before the program's; `0` = first order only. */
  trailing_months?: number | null
  website?: string | null
  country_code?: string | null
}

export interface NewAffiliate extends AffiliateFields {
  /** `by_program`: what the program decides of whoever applies. */
  status: "approved" | "by_program"
  /** Whether the e-mail is the one they log in with. */
  email_is_login?: boolean
  answers?: Record<string, unknown> | null
  agreement_version?: string | null
  /** Where whoever applies does so from; kept as a keyed hash only. */
  address?: string | null
  auth_identity_id?: string | null
}

/**
 * What must hold between affiliates. Asked under `lockPeople`, in the transaction that writes:
 * asked anywhere else it may no longer be so a moment later.
 */
export class AffiliatePeopleRules extends AffiliateTiers {
  protected async affiliateOf_(
    id: string,
    context: Context
  ): Promise<AffiliateRecord> {
    const [affiliate] = await this.listAffiliates({ id }, {}, context)
    if (!affiliate) {
      throw notFound(`There is no affiliate ${id}`)
    }
    if (affiliate.erased_at) {
      throw notAllowed(`${affiliate.name} was erased and cannot be changed`)
    }
    return affiliate
  }

  protected async checkNoChildren_(
    id: string,
    goal: string,
    context: Context
  ): Promise<void> {
    const [, children] = await this.listAndCountAffiliates(
      { parent_id: id },
      { take: 1, select: ["id"] },
      context
    )
    if (children > 0) {
      throw notAllowed(
        `${children} affiliates have this one as their parent: give them another parent before ${goal}`
      )
    }
  }

  protected async programToJoin_(
    id: string | undefined,
    wanted: NewAffiliate["status"],
    context: Context
  ): Promise<AffiliateProgramRecord> {
    const filter =
      id === undefined ? { handle: DEFAULT_PROGRAM_HANDLE } : { id }
    const [program] = await this.listAffiliatePrograms(filter, {}, context)
    if (!program) {
      throw invalid(
        `Field 'program_id': there is no program ${id ?? DEFAULT_PROGRAM_HANDLE}`
      )
    }
    if (wanted === "by_program" && program.status !== "active") {
      throw notAllowed(`${program.name} takes no new affiliates at present`)
    }
    return program
  }

  /**
   * The agreement that an applicant accepts by applying; `null` = the program published none.
   *
   * @throws invalid_data when another version is named than the one in force
   */
  protected async agreementToAccept_(
    program_id: string,
    { agreement_version }: Pick<NewAffiliate, "agreement_version">,
    context: Context
  ): Promise<AgreementRow | null> {
    const in_force = await latestAgreement(trxOf(context), program_id)
    const problem = problemOfNamedVersion(
      agreement_version,
      in_force?.version ?? null
    )
    if (problem) {
      throw invalid(problem)
    }
    return in_force
  }

  /** Proof of what `agreementToAccept_` answered, in the transaction that writes the affiliate. */
  protected async acceptOnJoining_(
    agreement: AgreementRow | null,
    affiliate_id: string,
    address: string | null | undefined,
    context: Context
  ): Promise<void> {
    if (agreement) {
      await recordAcceptance(trxOf(context), {
        agreement,
        affiliate_id,
        address_hash: this.secrets_.addressHash(address ?? null),
      })
    }
  }

  protected async checkUnique_(
    affiliate: {
      program_id: string
      email: string
      email_normalized: string
      customer_id?: string | null
      auth_identity_id?: string | null
    },
    except: string | null,
    context: Context
  ): Promise<void> {
    const {
      program_id,
      email,
      email_normalized,
      customer_id,
      auth_identity_id,
    } = affiliate
    const others = async (
      filter: Parameters<typeof this.listAffiliates>[0]
    ) => {
      const found = await this.listAffiliates(
        filter,
        { select: ["id"] },
        context
      )
      return found.some((other) => other.id !== except)
    }
    if (await others({ program_id, email_normalized })) {
      throw taken(
        `An affiliate with the e-mail ${email} already exists in this program`
      )
    }
    if (customer_id && (await others({ program_id, customer_id }))) {
      throw taken(
        `The customer ${customer_id} is already an affiliate of this program`
      )
    }
    if (auth_identity_id && (await others({ auth_identity_id }))) {
      throw taken("This login already has an affiliate")
    }
  }

  protected async checkTier_(
    tier_id: string | null | undefined,
    program_id: string,
    context: Context
  ): Promise<void> {
    if (!tier_id) {
      return
    }
    const [tier] = await this.listAffiliateTiers({ id: tier_id }, {}, context)
    if (!tier) {
      throw invalid(`Field 'tier_id': there is no tier ${tier_id}`)
    }
    if (tier.program_id !== program_id) {
      throw invalid(
        `Field 'tier_id': ${tier.name} is a tier of another program`
      )
    }
  }

  /** @param id of the affiliate that gets the parent; `null` = it is new, and nobody is below it */
  protected async checkParent_(
    parent_id: string | null | undefined,
    program_id: string,
    id: string | null,
    context: Context
  ): Promise<void> {
    if (!parent_id) {
      return
    }
    const [parent] = await this.listAffiliates({ id: parent_id }, {}, context)
    if (!parent) {
      throw invalid(`Field 'parent_id': there is no affiliate ${parent_id}`)
    }
    if (parent.program_id !== program_id) {
      throw invalid(`Field 'parent_id': ${parent.name} is in another program`)
    }
    const trx = trxOf(context)
    const line = await lineOf(trx, parent_id)
    if (id !== null && line.includes(id)) {
      throw invalid(
        parent_id === id
          ? "Field 'parent_id': nobody is their own parent"
          : `Field 'parent_id': ${parent.name} is below this affiliate, and cannot be above it too`
      )
    }
    const height = id === null ? 1 : await heightOf(trx, id)
    if (line.length + height > TREE_DEPTH_MAX) {
      throw invalid(
        `Field 'parent_id': the tree would be deeper than ${TREE_DEPTH_MAX} levels`
      )
    }
  }
}
