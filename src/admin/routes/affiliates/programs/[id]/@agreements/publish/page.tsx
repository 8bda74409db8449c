import { RouteFocusModal, useRouteModal } from "@medusajs/dashboard/components"
import { z } from "@medusajs/framework/zod"
import { InlineTip, toast } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"

import { SwitchField } from "../../../../../../components/fields/switch-field"
import {
  TextareaField,
  TextField,
} from "../../../../../../components/fields/text-field"
import { FocusForm } from "../../../../../../components/modal-form"
import { FocusLoading } from "../../../../../../components/modal-loading"
import { useErrorToast } from "../../../../../../components/use-error-toast"
import {
  useAgreement,
  useAgreements,
  usePublishAgreement,
} from "../../../../../../hooks/agreements"
import type { Translate } from "../../../../../../lib/form-rules"
import { textRule } from "../../../../../../lib/form-rules"
import { zodResolver } from "../../../../../../lib/zod-resolver"
import type { AgreementDetail } from "../../../../../../types"

const TITLE_MAX = 200
const BODY_MAX = 200_000

/** Lines of the text that are seen at once. */
const ROWS = 18

const agreementSchema = (t: Translate) =>
  z.object({
    title: textRule(t, TITLE_MAX),
    body: textRule(t, BODY_MAX),
    requires_acceptance: z.boolean(),
  })

type AgreementForm = z.infer<ReturnType<typeof agreementSchema>>

const PublishAgreementPage = () => {
  const { id = "" } = useParams()
  const list = useAgreements({ program_id: id, limit: 1, order: "-version" })
  const latestId = list.agreements?.[0]?.id
  const text = useAgreement(latestId ?? "", { enabled: !!latestId })
  const isReady =
    !!list.agreements && !list.isFetching && (!latestId || !!text.agreement)

  // What the form starts from stays, though it makes a version of its own the latest.
  const [start, setStart] = useState<{ latest?: AgreementDetail }>()
  useEffect(() => {
    if (isReady) {
      setStart((before) => before ?? { latest: text.agreement })
    }
  }, [isReady, text.agreement])

  return (
    <RouteFocusModal>
      {start ? (
        <PublishAgreementForm programId={id} latest={start.latest} />
      ) : (
        <FocusLoading
          error={list.error ?? text.error}
          onRetry={list.error ? list.refetch : text.refetch}
        />
      )}
    </RouteFocusModal>
  )
}

type PublishAgreementFormProps = {
  programId: string
  /** Where the next version starts from. */
  latest: AgreementDetail | undefined
}

const PublishAgreementForm = ({
  programId,
  latest,
}: PublishAgreementFormProps) => {
  const { t } = useTranslation("affiliate")
  const { handleSuccess } = useRouteModal()
  const showError = useErrorToast()
  const { mutate, isPending } = usePublishAgreement()
  const form = useForm<AgreementForm>({
    defaultValues: {
      title: latest?.title ?? "",
      body: latest?.body ?? "",
      requires_acceptance: latest?.requires_acceptance ?? true,
    },
    resolver: zodResolver(agreementSchema(t)),
  })
  const { control } = form
  const version = (latest?.version ?? 0) + 1

  const submit = form.handleSubmit((values) =>
    mutate(
      { program_id: programId, ...values },
      {
        onSuccess: ({ affiliate_agreement: published }) => {
          toast.success(
            t("agreements.form.done", { version: published.version })
          )
          handleSuccess()
        },
        onError: showError,
      }
    )
  )

  return (
    <FocusForm
      form={form}
      title={t("agreements.form.title")}
      description={t("agreements.form.description", { version })}
      submitText={t("agreements.form.action", { version })}
      isPending={isPending}
      onSubmit={submit}
    >
      <InlineTip variant="warning" label={t("agreements.form.never")}>
        {t("agreements.form.neverText")}
      </InlineTip>
      <TextField
        control={control}
        name="title"
        label={t("agreements.form.titleField")}
      />
      <TextareaField
        control={control}
        name="body"
        label={t("agreements.form.body")}
        hint={[
          t("agreements.form.bodyHint"),
          ...(latest
            ? [t("agreements.form.startedFrom", { version: latest.version })]
            : []),
        ].join(" ")}
        rows={ROWS}
      />
      <SwitchField
        control={control}
        name="requires_acceptance"
        label={t("agreements.form.requires")}
        hint={t("agreements.form.requiresHint")}
      />
    </FocusForm>
  )
}

export default PublishAgreementPage
