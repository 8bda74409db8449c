import { Text } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useState, type FormEvent } from "react"
import { MainButton, TextLink } from "../components/action"
import { Box, PageTitle } from "../components/box"
import { useTabTitle } from "../components/brand-mark"
import { CountryChoice } from "../components/country-choice"
import { EmailChoices } from "../components/email-choices"
import { Notice } from "../components/entry"
import { TextField, useValues } from "../components/field"
import { LanguageChoice, ThemeChoice } from "../components/taste"
import { useAffiliate } from "../hooks/affiliate"
import { useErrorWords } from "../hooks/error-words"
import { useSpeech } from "../i18n/language"
import { api } from "../lib/api"
import { note } from "../lib/note"

export function ProfilePage() {
  const { t, format } = useSpeech()
  useTabTitle(t("more.profile.title"))
  const { program, tier, approved_at, sends_emails } = useAffiliate()
  return (
    <>
      <PageTitle
        title={t("more.profile.title")}
        intro={t("more.profile.intro")}
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Box>
          <ProfileForm />
        </Box>
        <div className="flex flex-col gap-5">
          <Box>
            <dl className="txt-small grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2">
              <dt className="text-ui-fg-subtle">{t("more.profile.program")}</dt>
              <dd className="break-anywhere">{program?.name ?? "–"}</dd>
              <dt className="text-ui-fg-subtle">{t("more.profile.tier")}</dt>
              <dd className="break-anywhere">
                {tier?.name ?? t("more.profile.noTier")}
                {tier?.features.map((feature) => (
                  <span key={feature} className="text-ui-fg-subtle block">
                    {feature}
                  </span>
                ))}
              </dd>
              <dt className="text-ui-fg-subtle">{t("more.profile.since")}</dt>
              <dd>{format.day(approved_at)}</dd>
              <dt className="text-ui-fg-subtle">{t("more.profile.terms")}</dt>
              <dd>
                <TextLink to="/agreements">
                  {t("more.profile.termsRead")}
                </TextLink>
              </dd>
            </dl>
          </Box>
          {sends_emails && (
            <Box title={t("more.profile.emails")}>
              <EmailChoices />
            </Box>
          )}
          <Box title={t("more.profile.display")}>
            <div className="grid gap-4 sm:grid-cols-2">
              <LanguageChoice />
              <ThemeChoice />
            </div>
          </Box>
          <Box title={t("more.profile.password")}>
            <Text>
              <TextLink to="/forgot-password">
                {t("more.profile.passwordAction")}
              </TextLink>
            </Text>
          </Box>
        </div>
      </div>
    </>
  )
}

function ProfileForm() {
  const { t } = useSpeech()
  const words = useErrorWords()
  const affiliate = useAffiliate()
  const [tried, setTried] = useState(false)
  const [values, set] = useValues({
    name: affiliate.name,
    website: affiliate.website ?? "",
    country_code: affiliate.country_code ?? "",
  })
  const saving = useMutation({
    mutationFn: () =>
      api("affiliate/profile", {
        method: "POST",
        body: {
          name: values.name.trim(),
          website: values.website.trim() || null,
          country_code: values.country_code || null,
        },
      }),
    onSuccess: () => note.done(t("more.profile.saved")),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (values.name.trim()) saving.mutate()
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {saving.isError && <Notice kind="error">{words(saving.error)}</Notice>}
      <TextField
        label={t("entry.signUp.name")}
        autoComplete="name"
        value={values.name}
        onValue={set("name")}
        error={tried && !values.name.trim() ? t("common.required") : undefined}
      />
      <TextField
        label={t("more.profile.email")}
        hint={t("more.profile.emailHint")}
        type="email"
        value={affiliate.email}
        readOnly
        onValue={() => undefined}
      />
      <TextField
        label={t("entry.signUp.website")}
        optional
        type="url"
        autoComplete="url"
        placeholder="https://"
        value={values.website}
        onValue={set("website")}
      />
      <CountryChoice
        value={values.country_code}
        onValue={set("country_code")}
      />
      <MainButton
        size="base"
        type="submit"
        isLoading={saving.isPending}
        className="w-fit"
      >
        {t("common.save")}
      </MainButton>
    </form>
  )
}
