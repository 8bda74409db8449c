import { RouteFocusModal, useRouteModal } from "@medusajs/dashboard/components"
import { Divider, toast } from "@medusajs/ui"
import { useEffect } from "react"
import type { UseFormReturn } from "react-hook-form"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { CustomerField } from "../../../components/fields/customer-field"
import { PercentField } from "../../../components/fields/figure-field"
import { TextField } from "../../../components/fields/text-field"
import { FieldGrid, FormSection } from "../../../components/form-section"
import { FocusForm } from "../../../components/modal-form"
import { useErrorToast } from "../../../components/use-error-toast"
import { useCreateAffiliate } from "../../../hooks/affiliates"
import { usePrograms } from "../../../hooks/programs"
import { paths } from "../../../lib/paths"
import { zodResolver } from "../../../lib/zod-resolver"
import type { AffiliateForm } from "../form/affiliate-form"
import {
  affiliateFormSchema,
  EMPTY_FORM,
  toCreateBody,
} from "../form/affiliate-form"
import { PlaceFields } from "../form/place-fields"
import { TermsFields } from "../form/terms-fields"

const CreateAffiliatePage = () => (
  <RouteFocusModal>
    <CreateAffiliateForm />
  </RouteFocusModal>
)

const CreateAffiliateForm = () => {
  const { t } = useTranslation("affiliate")
  const { handleSuccess } = useRouteModal()
  const showError = useErrorToast()
  const { mutate, isPending } = useCreateAffiliate()
  const form = useForm<AffiliateForm>({
    defaultValues: EMPTY_FORM,
    resolver: zodResolver(affiliateFormSchema(t)),
  })
  const { control } = form
  usePreselectedProgram(form)

  const submit = form.handleSubmit((values) =>
    mutate(toCreateBody(values), {
      onSuccess: ({ affiliate }) => {
        toast.success(t("affiliates.create.done", { name: affiliate.name }))
        handleSuccess(paths.affiliate(affiliate.id))
      },
      onError: showError,
    })
  )

  return (
    <FocusForm
      form={form}
      title={t("affiliates.create.title")}
      description={t("affiliates.create.description")}
      submitText={t("common.actions.create")}
      isPending={isPending}
      onSubmit={submit}
    >
      <FormSection title={t("affiliates.create.person")}>
        <FieldGrid>
          <TextField
            control={control}
            name="name"
            label={t("affiliates.fields.name")}
            autoFocus
          />
          <TextField
            control={control}
            name="email"
            label={t("affiliates.fields.email")}
            type="email"
          />
        </FieldGrid>
        <CustomerField
          control={control}
          name="customer_id"
          label={t("affiliates.fields.customer")}
          hint={t("affiliates.create.customerHint")}
          optional
        />
      </FormSection>
      <Divider />
      <FormSection title={t("affiliates.fields.code")}>
        <FieldGrid>
          <TextField
            control={control}
            name="code"
            label={t("affiliates.fields.code")}
            hint={t("affiliates.create.codeHint")}
            transform={(text) => text.toUpperCase()}
            optional
          />
          <PercentField
            control={control}
            name="discount"
            label={t("affiliates.create.discount")}
            hint={t("affiliates.create.discountHint")}
            optional
          />
        </FieldGrid>
      </FormSection>
      <Divider />
      <FormSection title={t("affiliates.create.place")}>
        <FieldGrid>
          <PlaceFields form={form} />
        </FieldGrid>
      </FormSection>
      <Divider />
      <FormSection
        title={t("affiliates.create.terms")}
        description={t("affiliates.create.termsDescription")}
      >
        <FieldGrid>
          <TermsFields form={form} />
        </FieldGrid>
      </FormSection>
    </FocusForm>
  )
}

/** A store has one program to begin with; nobody should have to choose it. */
function usePreselectedProgram({
  getValues,
  setValue,
}: UseFormReturn<AffiliateForm>) {
  const { programs } = usePrograms({ limit: 100, order: "name" })
  const preselected = (
    programs?.find(({ handle }) => handle === "default") ?? programs?.[0]
  )?.id

  useEffect(() => {
    if (preselected && !getValues("program_id")) {
      setValue("program_id", preselected)
    }
  }, [preselected, getValues, setValue])
}

export default CreateAffiliatePage
