import { RouteFocusModal, useRouteModal } from "@medusajs/dashboard/components"
import { Divider, toast } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"

import { FocusForm } from "../../../../../components/modal-form"
import { FocusLoading } from "../../../../../components/modal-loading"
import { useErrorToast } from "../../../../../components/use-error-toast"
import { usePublishRule, useRule } from "../../../../../hooks/rules"
import { zodResolver } from "../../../../../lib/zod-resolver"
import type { Rule } from "../../../../../types"
import { RuleFields } from "../../form/rule-fields"
import type { RuleForm } from "../../form/rule-form"
import { ruleSchema, toRule, toRuleForm } from "../../form/rule-form"
import { TryDraft } from "../../try/try-draft"

const PublishRulePage = () => {
  const { id = "" } = useParams()
  const { rule, error, refetch } = useRule(id)

  return (
    <RouteFocusModal>
      {rule ? (
        <PublishRuleForm rule={rule} />
      ) : (
        <FocusLoading error={error} onRetry={refetch} />
      )}
    </RouteFocusModal>
  )
}

const PublishRuleForm = ({ rule }: { rule: Rule }) => {
  const { t } = useTranslation("affiliate")
  const { handleSuccess } = useRouteModal()
  const showError = useErrorToast()
  const { mutate, isPending } = usePublishRule(rule.id)
  const form = useForm<RuleForm>({
    defaultValues: toRuleForm(rule, rule.program_id),
    resolver: zodResolver(ruleSchema(t)),
  })
  // As it was when the form came: publishing it counts the rule on.
  const [version] = useState(rule.version + 1)

  const submit = form.handleSubmit((values) => {
    const { program_id: _, ...says } = toRule(values)
    mutate(says, {
      onSuccess: ({ affiliate_rule: published }) => {
        toast.success(
          t("rules.publish.done", {
            name: published.name,
            version: published.version,
          })
        )
        handleSuccess()
      },
      onError: showError,
    })
  })

  return (
    <FocusForm
      form={form}
      title={t("rules.publish.title", { name: rule.name })}
      description={t("rules.publish.description", { version })}
      submitText={t("rules.publish.action", { version })}
      isPending={isPending}
      onSubmit={submit}
    >
      <RuleFields form={form} fixedProgram />
      <Divider />
      <TryDraft form={form} ruleId={rule.id} />
    </FocusForm>
  )
}

export default PublishRulePage
