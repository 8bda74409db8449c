import { Text } from "@medusajs/ui"
import { Box } from "../../components/box"
import { CopyButton, ShareButton } from "../../components/copy"
import { useAffiliate } from "../../hooks/affiliate"
import { useSpeech } from "../../i18n/language"

/** The affiliate's words at checkout that work. */
export function Codes() {
  const { t, format } = useSpeech()
  const codes = useAffiliate().codes.filter(({ retired_at }) => !retired_at)
  return (
    <Box title={t("links.codes.title")}>
      <Text className="text-ui-fg-subtle mb-3">
        {codes.length > 0 ? t("links.codes.text") : t("links.codes.none")}
      </Text>
      <ul className="flex flex-col gap-3">
        {codes.map(({ id, code, discount_percent }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <span className="min-w-0 flex-1 basis-40">
              <span className="break-anywhere block font-mono text-base font-semibold">
                {code}
              </span>
              <span className="txt-small text-ui-fg-subtle">
                {discount_percent
                  ? t("links.codes.discount", {
                      percent: format.percent(discount_percent / 100),
                    })
                  : t("links.codes.noDiscount")}
              </span>
            </span>
            <span className="flex gap-2">
              <CopyButton text={code} thing={code} />
              <ShareButton
                data={{ text: t("links.codes.shareText", { code }) }}
                thing={code}
              />
            </span>
          </li>
        ))}
      </ul>
    </Box>
  )
}
