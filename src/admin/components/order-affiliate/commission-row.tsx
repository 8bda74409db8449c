import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import { useKindName } from "../../lib/kind-name"
import { paths } from "../../lib/paths"
import type { Commission } from "../../types"
import { CommissionState } from "../commission-state"
import { Money } from "../money"
import { TextLink } from "../text-link"

/** What one affiliate earns with the order, and where that money stands. */
export const CommissionRow = ({ commission }: { commission: Commission }) => {
  const kindName = useKindName()

  return (
    <div className="flex items-start justify-between gap-x-4 px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-0.5">
        <Text size="small" leading="compact" weight="plus">
          <TextLink to={paths.affiliate(commission.affiliate_id)}>
            {commission.affiliate.name}
          </TextLink>
        </Text>
        <Text size="small" leading="compact" className="text-ui-fg-subtle">
          {kindName(commission)}
        </Text>
      </div>
      <Link
        to={paths.commission(commission.id)}
        className="txt-compact-small-plus text-ui-fg-base hover:text-ui-fg-subtle transition-fg flex shrink-0 flex-col items-end gap-y-1"
      >
        <Money
          amount={commission.amount}
          currencyCode={commission.currency_code}
        />
        <CommissionState commission={commission} />
      </Link>
    </div>
  )
}
