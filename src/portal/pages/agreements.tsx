import { Text } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { MainButton } from "../components/action"
import { Box, PageTitle } from "../components/box"
import { useTabTitle } from "../components/brand-mark"
import { Notice } from "../components/entry"
import { Answered, Empty } from "../components/states"
import { useAgreements } from "../hooks/answers"
import { useErrorToast } from "../hooks/error-words"
import { useSpeech } from "../i18n/language"
import { api } from "../lib/api"
import type { Agreement } from "../lib/types"
import { note } from "../lib/note"

/** The versions of the agreement; the one in force to be accepted. */
export function AgreementsPage() {
  const { t } = useSpeech()
  useTabTitle(t("more.agreements.title"))
  const query = useAgreements()
  return (
    <>
      <PageTitle title={t("more.agreements.title")} />
      <Answered query={query}>
        {({ agreements: [current, ...older] }) =>
          current ? (
            <>
              <Box title={current.title}>
                <Version agreement={current} />
              </Box>
              {older.length > 0 && (
                <Box title={t("more.agreements.older")}>
                  {older.map((agreement) => (
                    <details key={agreement.id} className="py-1">
                      <summary className="cursor-pointer">
                        {agreement.title}, {agreement.version}
                      </summary>
                      <div className="pt-2">
                        <Version agreement={agreement} />
                      </div>
                    </details>
                  ))}
                </Box>
              )}
            </>
          ) : (
            <Box>
              <Empty title={t("more.agreements.none")} />
            </Box>
          )
        }
      </Answered>
    </>
  )
}

function Version({ agreement }: { agreement: Agreement }) {
  const { t, format } = useSpeech()
  const fail = useErrorToast()
  const { version, published_at, accepted_at, due, body } = agreement
  const accept = useMutation({
    mutationFn: () =>
      api(`affiliate/agreements/${version}/accept`, {
        method: "POST",
        body: {},
      }),
    onSuccess: () => note.done(t("more.agreements.done")),
    onError: fail,
  })
  return (
    <div className="flex flex-col gap-4">
      <Text size="small" className="text-ui-fg-subtle">
        {t("more.agreements.version", {
          version: String(version),
          date: format.day(published_at),
        })}
      </Text>
      {due && <Notice kind="hint">{t("more.agreements.due")}</Notice>}
      <Text className="break-anywhere max-w-prose whitespace-pre-line">
        {body}
      </Text>
      {accepted_at ? (
        <Notice kind="done">
          {t("more.agreements.accepted", { date: format.day(accepted_at) })}
        </Notice>
      ) : (
        due && (
          <MainButton
            size="base"
            className="w-full sm:w-fit"
            isLoading={accept.isPending}
            onClick={() => accept.mutate()}
          >
            {t("more.agreements.accept")}
          </MainButton>
        )
      )}
    </div>
  )
}
