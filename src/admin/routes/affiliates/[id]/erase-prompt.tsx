import { Checkbox, Input, Label, Prompt, Textarea } from "@medusajs/ui"
import { useEffect, useId, useState } from "react"
import { useTranslation } from "react-i18next"

import type { EraseAffiliate } from "../../../hooks/privacy"
import { useFormat } from "../../../lib/format"
import type { AffiliateDetail } from "../../../types"

type ErasePromptProps = {
  open: boolean
  affiliate: AffiliateDetail
  onConfirm: (body: EraseAffiliate) => void
  onClose: () => void
}

/** Says what goes and what stays, and asks for a reason and the name, typed. */
export const ErasePrompt = ({
  open,
  affiliate: { name, balances },
  onConfirm,
  onClose,
}: ErasePromptProps) => {
  const { t } = useTranslation("affiliate")
  const { money, list } = useFormat()
  const id = useId()
  const [reason, setReason] = useState("")
  const [typed, setTyped] = useState("")
  const [leavesMoney, setLeavesMoney] = useState(false)

  useEffect(() => {
    if (open) {
      setReason("")
      setTyped("")
      setLeavesMoney(false)
    }
  }, [open])

  const sums = balances.flatMap(({ currency_code, pending, available }) =>
    [pending, available]
      .filter((amount) => amount !== 0)
      .map((amount) => money(amount, currency_code))
  )
  const isReady =
    reason.trim() !== "" &&
    typed.trim() === name.trim() &&
    (leavesMoney || sums.length === 0)

  return (
    <Prompt
      open={open}
      variant="danger"
      onOpenChange={(next) => !next && onClose()}
    >
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title className="[overflow-wrap:anywhere]">
            {t("affiliates.privacy.eraseTitle", { name })}
          </Prompt.Title>
          <Prompt.Description className="whitespace-pre-line">
            {t("affiliates.privacy.eraseDescription")}
          </Prompt.Description>
        </Prompt.Header>
        <div className="flex flex-col gap-y-4 px-6 pt-4">
          {sums.length > 0 && (
            <div className="flex items-start gap-x-2">
              <Checkbox
                id={`${id}-money`}
                checked={leavesMoney}
                onCheckedChange={(checked) => setLeavesMoney(checked === true)}
              />
              <Label
                htmlFor={`${id}-money`}
                size="small"
                className="text-pretty"
              >
                {t("affiliates.privacy.eraseMoney", { sums: list(sums) })}
              </Label>
            </div>
          )}
          <div className="flex flex-col gap-y-2">
            <Label htmlFor={`${id}-reason`} size="small" weight="plus">
              {t("affiliates.transition.reason")}
            </Label>
            <Textarea
              id={`${id}-reason`}
              value={reason}
              maxLength={500}
              placeholder={t("affiliates.privacy.eraseReason")}
              onChange={({ target }) => setReason(target.value)}
            />
          </div>
          <div className="flex flex-col gap-y-2">
            <Label
              htmlFor={`${id}-name`}
              size="small"
              weight="plus"
              className="[overflow-wrap:anywhere]"
            >
              {t("affiliates.privacy.eraseType", { name })}
            </Label>
            <Input
              id={`${id}-name`}
              value={typed}
              autoComplete="off"
              placeholder={name}
              onChange={({ target }) => setTyped(target.value)}
            />
          </div>
        </div>
        <Prompt.Footer>
          <Prompt.Cancel onClick={onClose}>
            {t("common.actions.cancel")}
          </Prompt.Cancel>
          <Prompt.Action
            disabled={!isReady}
            onClick={() =>
              onConfirm({ reason: reason.trim(), confirm_balance: leavesMoney })
            }
          >
            {t("affiliates.privacy.eraseConfirm")}
          </Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
