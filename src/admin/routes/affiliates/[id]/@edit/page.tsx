import {
  CountrySelect,
  Form,
  RouteDrawer,
  useRouteModal,
} from "@medusajs/dashboard/components"
import { Divider, toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"

import { CustomerField } from "../../../../components/fields/customer-field"
import { TextField } from "../../../../components/fields/text-field"
import { DrawerForm } from "../../../../components/modal-form"
import { useErrorToast } from "../../../../components/use-error-toast"
import { useAffiliate, useUpdateAffiliate } from "../../../../hooks/affiliates"
import { zodResolver } from "../../../../lib/zod-resolver"
import type { AffiliateDetail } from "../../../../types"
import type { AffiliateForm } from "../../form/affiliate-form"
import {
  affiliateFormSchema,
  toForm,
  toUpdateBody,
} from "../../form/affiliate-form"
import { PlaceFields } from "../../form/place-fields"
import { TermsFields } from "../../form/terms-fields"

const EditAffiliatePage = () => {
  const { id = "" } = useParams()
  const { affiliate } = useAffiliate(id)

  return (
    <RouteDrawer>
      {affiliate && <EditAffiliateForm affiliate={affiliate} />}
    </RouteDrawer>
  )
}

const EditAffiliateForm = ({ affiliate }: { affiliate: AffiliateDetail }) => {
  const { t } = useTranslation("affiliate")
  const { handleSuccess } = useRouteModal()
  const showError = useErrorToast()
  const { mutate, isPending } = useUpdateAffiliate(affiliate.id)
  const form = useForm<AffiliateForm>({
    defaultValues: toForm(affiliate),
    resolver: zodResolver(affiliateFormSchema(t)),
  })
  const { control } = form

  const submit = form.handleSubmit((values) =>
    mutate(toUpdateBody(values), {
      onSuccess: () => {
        toast.success(t("affiliates.edit.done"))
        handleSuccess()
      },
      onError: showError,
    })
  )

  return (
    <DrawerForm
      form={form}
      title={t("affiliates.edit.title")}
      description={t("affiliates.edit.description")}
      submitText={t("common.actions.save")}
      isPending={isPending}
      onSubmit={submit}
    >
      <TextField
        control={control}
        name="name"
        label={t("affiliates.fields.name")}
      />
      <TextField
        control={control}
        name="email"
        label={t("affiliates.fields.email")}
        type="email"
      />
      <TextField
        control={control}
        name="website"
        label={t("affiliates.fields.website")}
        placeholder="https://"
        optional
      />
      <Form.Field
        control={control}
        name="country_code"
        render={({ field }) => (
          <Form.Item>
            <Form.Label optional>{t("affiliates.fields.country")}</Form.Label>
            <Form.Control>
              <CountrySelect
                {...field}
                placeholder={t("common.form.choose")}
                onChange={(code) => field.onChange(code ?? "")}
                allowClear
              />
            </Form.Control>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <CustomerField
        control={control}
        name="customer_id"
        label={t("affiliates.fields.customer")}
        hint={t("affiliates.create.customerHint")}
        optional
      />
      <Divider />
      <PlaceFields form={form} affiliateId={affiliate.id} />
      <Divider />
      <TermsFields form={form} />
    </DrawerForm>
  )
}

export default EditAffiliatePage
