import { Form, KeyboundForm } from "@medusajs/dashboard/components"
import { Button, Drawer, toast } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm, useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { useAttributeOrder } from "../../hooks/orders"
import { zodResolver } from "../../lib/zod-resolver"
import { AffiliateField } from "../fields/affiliate-field"
import { ChoiceField } from "../fields/choice-field"
import { TextareaField } from "../fields/text-field"
import { useErrorToast } from "../use-error-toast"
import type { AttributeValues } from "./attribute-schema"
import { attributeSchema, toAttribute } from "./attribute-schema"

type AttributeFormProps = {
  orderId: string
  current: string | null
  onDone: () => void
}

export const AttributeForm = ({
  orderId,
  current,
  onDone,
}: AttributeFormProps) => {
  const { t } = useTranslation("affiliate")
  const showError = useErrorToast()
  const { mutateAsync, isPending } = useAttributeOrder(orderId)

  const form = useForm<AttributeValues>({
    resolver: zodResolver(useMemo(() => attributeSchema(t), [t])),
    defaultValues: {
      who: "affiliate",
      affiliate_id: current ?? "",
      note: "",
    },
  })
  const { control } = form
  const who = useWatch({ control, name: "who" })

  const submit = form.handleSubmit(async (data) => {
    await mutateAsync(toAttribute(data), {
      onSuccess: ({ affiliate_order }) => {
        toast.success(
          affiliate_order.affiliate
            ? t("widgets.order.attribute.doneAffiliate", {
                name: affiliate_order.affiliate.name,
              })
            : t("widgets.order.attribute.doneNobody")
        )
        onDone()
      },
      onError: showError,
    }).catch(() => undefined)
  })

  return (
    <Form {...form}>
      <KeyboundForm
        onSubmit={submit}
        className="flex flex-1 flex-col overflow-hidden"
      >
        <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-auto">
          <ChoiceField
            control={control}
            name="who"
            label={t("widgets.order.attribute.who")}
            columns={2}
            options={[
              {
                value: "affiliate",
                label: t("widgets.order.attribute.affiliate"),
                description: t("widgets.order.attribute.affiliateHint"),
              },
              {
                value: "nobody",
                label: t("widgets.order.attribute.nobody"),
                description: t("widgets.order.attribute.nobodyHint"),
              },
            ]}
          />
          {who === "affiliate" && (
            <AffiliateField
              control={control}
              name="affiliate_id"
              label={t("commissions.fields.affiliate")}
              statuses={["approved"]}
            />
          )}
          <TextareaField
            control={control}
            name="note"
            label={t("widgets.order.attribute.note")}
            placeholder={t("widgets.order.attribute.notePlaceholder")}
          />
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild>
            <Button size="small" variant="secondary">
              {t("common.actions.cancel")}
            </Button>
          </Drawer.Close>
          <Button size="small" type="submit" isLoading={isPending}>
            {t("widgets.order.attribute.submit")}
          </Button>
        </Drawer.Footer>
      </KeyboundForm>
    </Form>
  )
}
