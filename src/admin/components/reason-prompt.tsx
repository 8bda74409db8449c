import { Input, Label, Prompt, Textarea } from "@medusajs/ui"
import type { ChangeEvent, PropsWithChildren } from "react"
import { useEffect, useId, useState } from "react"
import { useTranslation } from "react-i18next"

type ReasonPromptProps = PropsWithChildren<{
  open: boolean
  title: string
  description: string
  /** What the reason is for, and who reads it. */
  reasonLabel: string
  reasonPlaceholder?: string
  /** Without one, a reason may be left out. */
  required?: boolean
  /** For a number or a name rather than a sentence. */
  singleLine?: boolean
  confirmText: string
  /** Nothing can be confirmed as things are. */
  isDisabled?: boolean
  variant?: "danger" | "confirmation"
  onConfirm: (reason: string | undefined) => void
  onClose: () => void
}>

/** Asks for a confirmation and for the reason of it; `children` ask for more. */
export const ReasonPrompt = ({
  open,
  title,
  description,
  reasonLabel,
  reasonPlaceholder,
  required = false,
  singleLine = false,
  confirmText,
  isDisabled = false,
  variant = "confirmation",
  onConfirm,
  onClose,
  children,
}: ReasonPromptProps) => {
  const { t } = useTranslation("affiliate")
  const id = useId()
  const [reason, setReason] = useState("")

  useEffect(() => {
    if (open) {
      setReason("")
    }
  }, [open])

  const trimmed = reason.trim()
  const Field = singleLine ? Input : Textarea

  return (
    <Prompt
      open={open}
      variant={variant}
      onOpenChange={(next) => !next && onClose()}
    >
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title className="[overflow-wrap:anywhere]">
            {title}
          </Prompt.Title>
          <Prompt.Description>{description}</Prompt.Description>
        </Prompt.Header>
        <div className="flex flex-col gap-y-2 px-6 pt-4">
          <div className="flex items-center gap-x-1">
            <Label htmlFor={id} size="small" weight="plus">
              {reasonLabel}
            </Label>
            {!required && (
              <span className="txt-compact-small text-ui-fg-muted">
                ({t("common.form.optional")})
              </span>
            )}
          </div>
          <Field
            id={id}
            value={reason}
            maxLength={500}
            placeholder={reasonPlaceholder}
            onChange={({
              target,
            }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
              setReason(target.value)
            }
          />
        </div>
        {children}
        <Prompt.Footer>
          <Prompt.Cancel onClick={onClose}>
            {t("common.actions.cancel")}
          </Prompt.Cancel>
          <Prompt.Action
            disabled={isDisabled || (required && !trimmed)}
            onClick={() => onConfirm(trimmed || undefined)}
          >
            {confirmText}
          </Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
