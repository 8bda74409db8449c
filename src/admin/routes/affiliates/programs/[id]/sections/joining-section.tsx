import { Badge, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { Section } from "../../../../../components/section"
import { useFormat } from "../../../../../lib/format"
import type { ProgramDetail } from "../../../../../types"

/** How somebody gets into the program, and what they are asked. */
export const JoiningSection = ({ program }: { program: ProgramDetail }) => {
  const { t } = useTranslation("affiliate")
  const sentences = useSentences(program)
  const { form_fields } = program

  return (
    <Section
      title={t("joining.title")}
      description={t("joining.description")}
      actions={
        <Button size="small" variant="secondary" asChild>
          <Link to="joining">{t("joining.edit")}</Link>
        </Button>
      }
    >
      {sentences.map(({ about, says }) => (
        <div
          key={about}
          className="text-ui-fg-subtle grid grid-cols-1 gap-x-4 gap-y-1 px-6 py-4 md:grid-cols-3"
        >
          <Text size="small" leading="compact" weight="plus">
            {about}
          </Text>
          <div className="min-w-0 md:col-span-2">
            {says.map((line) => (
              <Text
                key={line}
                size="small"
                className="text-ui-fg-base text-pretty break-words"
              >
                {line}
              </Text>
            ))}
          </div>
        </div>
      ))}
      <div className="flex flex-col gap-y-3 px-6 py-4">
        <Text
          size="small"
          leading="compact"
          weight="plus"
          className="text-ui-fg-subtle"
        >
          {t("joining.words.form")}
        </Text>
        {form_fields.length === 0 ? (
          <Text size="small" className="text-ui-fg-muted">
            {t("joining.words.empty")}
          </Text>
        ) : (
          <ol className="flex flex-col gap-y-2">
            {form_fields.map(
              ({ key, label, type, required, options }, index) => (
                <li key={key} className="flex items-start gap-x-3">
                  <span className="txt-small text-ui-fg-muted w-5 shrink-0 tabular-nums">
                    {index + 1}.
                  </span>
                  <div className="min-w-0 flex-1">
                    <Text size="small" className="text-ui-fg-base break-words">
                      {label}
                    </Text>
                    {options && (
                      <Text
                        size="xsmall"
                        className="text-ui-fg-muted break-words"
                      >
                        {options.join(" · ")}
                      </Text>
                    )}
                  </div>
                  <span className="flex shrink-0 items-center gap-x-1">
                    {required && (
                      <Badge size="2xsmall" color="orange">
                        {t("joining.words.required")}
                      </Badge>
                    )}
                    <Badge size="2xsmall">{t(`joining.types.${type}`)}</Badge>
                  </span>
                </li>
              )
            )}
          </ol>
        )}
      </div>
    </Section>
  )
}

function useSentences({
  auto_approve,
  form_fields,
  join_requirements,
  reapply_days,
}: ProgramDetail) {
  const { t } = useTranslation("affiliate")
  const { country, oneOf } = useFormat()
  const { countries, email_domains, answers = [] } = join_requirements ?? {}
  const questionOf = (key: string) =>
    form_fields.find((field) => field.key === key)?.label ?? key

  const wanted = [
    ...(countries?.length
      ? [
          t("joining.words.countries", {
            list: oneOf(countries.map(country)),
          }),
        ]
      : []),
    ...(email_domains?.length
      ? [t("joining.words.domains", { list: oneOf(email_domains) })]
      : []),
    ...answers.map(({ key, values }) =>
      t("joining.words.answer", {
        question: questionOf(key),
        list: oneOf(values),
      })
    ),
  ]

  return [
    {
      about: t("joining.words.approval"),
      says: [
        t(
          !auto_approve
            ? "joining.words.manual"
            : join_requirements
              ? "joining.words.auto"
              : "joining.words.autoAll"
        ),
      ],
    },
    {
      about: t("joining.words.requirements"),
      says: wanted.length ? wanted : [t("joining.words.none")],
    },
    ...(join_requirements
      ? [
          {
            about: t("joining.words.otherwise"),
            says: [t(`joining.words.${join_requirements.otherwise}`)],
          },
        ]
      : []),
    {
      about: t("joining.words.reapply"),
      says: [
        reapply_days
          ? t("joining.words.reapplyDays", { count: reapply_days })
          : t("joining.words.reapplyAtOnce"),
      ],
    },
  ]
}
