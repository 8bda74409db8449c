import {
  momentOf,
  owedOf,
  StatementRow,
  wordsOf,
} from "../../../modules/affiliate/domain/figures/movements"
import {
  ACCOUNTS,
  AccountSums,
} from "../../../modules/affiliate/domain/posting"

const accountsAnswer = (sums: AccountSums) =>
  Object.fromEntries(
    ACCOUNTS.map((account) => [account, sums[account].toNumber()])
  )

/** Where the accounts stood, and what the store owed: all of it but what is paid. */
export const standingAnswer = (sums: AccountSums) => ({
  ...accountsAnswer(sums),
  balance: owedOf(sums).toNumber(),
})

/** A row as it is answered: amounts are numbers in major units. */
export const rowAnswer = (row: StatementRow) => ({
  date: momentOf(row),
  type: row.type,
  kind: row.kind,
  what: wordsOf(row),
  order_display_id: row.order_display_id,
  payout_display_id: row.payout_display_id,
  reason: row.reason,
  ...accountsAnswer(row.changes),
  amount: row.amount.toNumber(),
  balance: row.balance.toNumber(),
})
