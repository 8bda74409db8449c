import { RouteFocusModal, useRouteModal } from "@medusajs/dashboard/components"
import { Divider, toast } from "@medusajs/ui"
import { useEffect } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"

import { FocusForm } from "../../../../components/modal-form"
import { useErrorToast } from "../../../../components/use-error-toast"
import { usePrograms } from "../../../../hooks/programs"
import { useCreateRule } from "../../../../hooks/rules"
import { paths } from "../../../../lib/paths"
import { zodResolver } from "../../../../lib/zod-resolver"
import { RuleFields } from "../form/rule-fields"
import type { RuleForm } from "../form/rule-form"
import { emptyRule, ruleSchema, toRule } from "../form/rule-form"
import { TryDraft } from "../try/try-draft"

const CreateRulePage = () => (
  <RouteFocusModal>
    <CreateRuleForm />
  </RouteFocusModal>
)

const CreateRuleForm = () => {
  const { t } = useTranslation("affiliate")
  const { handleSuccess } = useRouteModal()
  const showError = useErrorToast()
  const { mutate, isPending } = useCreateRule()
  const [address] = useSearchParams()
  const form = useForm<RuleForm>({
    defaultValues: emptyRule(address.get("program") ?? ""),
    resolver: zodResolver(ruleSchema(t)),
  })

  // Most stores have one program, and nothing to choose from.
  const { programs, count } = usePrograms({ limit: 1 })
  const only = count === 1 ? programs?.[0]?.id : undefined
  useEffect(() => {
    if (only && !form.getValues("program_id")) {
      form.setValue("program_id", only)
    }
  }, [only, form])

  const submit = form.handleSubmit((values) =>
    mutate(toRule(values), {
      onSuccess: ({ affiliate_rule: rule }) => {
        toast.success(t("rules.create.done", { name: rule.name }))
        handleSuccess(paths.rule(rule.id))
      },
      onError: showError,
    })
  )

  return (
    <FocusForm
      form={form}
      title={t("rules.create.title")}
      description={t("rules.create.description")}
      submitText={t("common.actions.create")}
      isPending={isPending}
      onSubmit={submit}
    >
      <RuleFields form={form} />
      <Divider />
      <TryDraft form={form} />
    </FocusForm>
  )
}

export default CreateRulePage
