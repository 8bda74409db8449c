import { Checkbox, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import { useSpeech } from "../i18n/language"
import type { PublicProgram } from "../lib/types"
import { Notice } from "./entry"
import { FormGroup } from "./form-group"

/** The words somebody agrees to by joining, to be read in place. */
export function TermsToAccept({
  agreement,
  accepted,
  onAccept,
  problem,
}: {
  agreement: NonNullable<PublicProgram["agreement"]>
  accepted: boolean
  onAccept: (accepted: boolean) => void
  problem?: string
}) {
  const { t } = useSpeech()
  const id = useId()
  const name = t("entry.signUp.termsTitle", {
    title: agreement.title,
    version: String(agreement.version),
  })
  return (
    <FormGroup title={t("entry.signUp.terms")}>
      <div
        tabIndex={0}
        role="region"
        aria-label={name}
        className="bg-ui-bg-component max-h-48 overflow-auto rounded-md p-3"
      >
        <Text size="small" weight="plus">
          {name}
        </Text>
        <Text size="small" className="break-anywhere mt-1 whitespace-pre-line">
          {agreement.body}
        </Text>
      </div>
      <div className="flex items-start gap-2">
        <Checkbox
          id={id}
          checked={accepted}
          onCheckedChange={(state) => onAccept(state === true)}
          aria-invalid={problem ? true : undefined}
        />
        <Label htmlFor={id} size="small">
          {t("entry.signUp.accept")}
        </Label>
      </div>
      {problem && <Notice kind="error">{problem}</Notice>}
    </FormGroup>
  )
}
