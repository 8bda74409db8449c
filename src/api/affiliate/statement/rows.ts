import {
  Movements,
  RunningBalance,
  StatementRow,
} from "../../../modules/affiliate/domain/figures/movements"
import { Days } from "../../../modules/affiliate/domain/figures/days"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { EntryCursor, LedgerOf } from "../../../modules/affiliate/sql/statement"

/**
 * The rows of a statement, page by page of the ledger, however many there are.
 *
 * @param running where the accounts stood before; when all rows are read, where they stand after
 */
export async function* statementRows(
  service: AffiliateModuleService,
  of: LedgerOf,
  days: Days,
  running: RunningBalance
): AsyncGenerator<StatementRow[]> {
  const movements = new Movements()
  let after: EntryCursor | null = null
  do {
    const page: Awaited<
      ReturnType<AffiliateModuleService["statementEntries"]>
    > = await service.statementEntries(of, days, after)
    after = page.next
    const finished = page.entries.flatMap((entry) => movements.add(entry))
    yield [...finished, ...(after ? [] : movements.end())].map((movement) =>
      running.rowOf(movement)
    )
  } while (after)
}
