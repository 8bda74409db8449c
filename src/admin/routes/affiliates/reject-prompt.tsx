import { Label, Select } from "@medusajs/ui"
import { useEffect, useId, useState } from "react"
import { useTranslation } from "react-i18next"

import { FigureInput } from "../../components/fields/figure-field"
import { ReasonPrompt } from "../../components/reason-prompt"
import { readDecimal } from "../../lib/form-rules"
import type { Reapply } from "../../types"

const DAYS_MAX = 3650

const WAITS = ["program", "none", "days"] as const
type Wait = (typeof WAITS)[number]

type RejectPromptProps = {
  open: boolean
  title: string
  description: string
  onConfirm: (reason: string | undefined, reapply: Reapply) => void
  onClose: () => void
}

/** Turns applicants down: why, and when they may apply again. */
export const RejectPrompt = ({
  open,
  title,
  description,
  onConfirm,
  onClose,
}: RejectPromptProps) => {
  const { t } = useTranslation("affiliate")
  const id = useId()
  const [wait, setWait] = useState<Wait>("program")
  const [days, setDays] = useState("30")

  useEffect(() => {
    if (open) {
      setWait("program")
      setDays("30")
    }
  }, [open])

  const count = readDecimal(days)
  const isWrong =
    wait === "days" &&
    (count === null ||
      !Number.isInteger(count) ||
      count < 1 ||
      count > DAYS_MAX)

  return (
    <ReasonPrompt
      open={open}
      title={title}
      description={description}
      reasonLabel={t("affiliates.transition.reason")}
      reasonPlaceholder={t("affiliates.transition.reasonPlaceholder")}
      confirmText={t("affiliates.transition.reject.action")}
      variant="danger"
      isDisabled={isWrong}
      onClose={onClose}
      onConfirm={(reason) =>
        onConfirm(
          reason,
          wait === "program"
            ? {}
            : wait === "none"
              ? { reapply_at: null }
              : { reapply_days: count ?? 0 }
        )
      }
    >
      <div className="flex flex-col gap-y-2 px-6 pt-4">
        <Label htmlFor={`${id}-wait`} size="small" weight="plus">
          {t("affiliates.reapply.label")}
        </Label>
        <div className="flex gap-x-2">
          <Select
            value={wait}
            onValueChange={(value) =>
              setWait(WAITS.find((one) => one === value) ?? "program")
            }
          >
            <Select.Trigger id={`${id}-wait`} className="flex-1">
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {WAITS.map((value) => (
                <Select.Item key={value} value={value}>
                  {t(`affiliates.reapply.${value}`)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
          {wait === "days" && (
            <div className="w-32">
              <FigureInput
                value={days}
                after={t("common.unit.days")}
                aria-label={t("affiliates.reapply.count")}
                aria-invalid={isWrong}
                onChange={({ target }) => setDays(target.value)}
              />
            </div>
          )}
        </div>
      </div>
    </ReasonPrompt>
  )
}
