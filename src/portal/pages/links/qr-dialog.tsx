import { Button, Skeleton, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { Dialog } from "../../components/dialog"
import { Failed } from "../../components/states"
import { useErrorToast } from "../../hooks/error-words"
import { useSpeech } from "../../i18n/language"
import { file, save } from "../../lib/api"
import type { Link } from "../../lib/types"

const SHOWN_PIXELS = 512
const PRINTED_PIXELS = 2048

/** The link as a picture, to look at and to save. */
export function QrDialog({
  link,
  onClose,
}: {
  link: Link
  onClose: () => void
}) {
  const { t } = useSpeech()
  const fail = useErrorToast()
  const path = `affiliate/links/${link.id}/qr`
  const query = useQuery({
    queryKey: ["qr", link.id],
    queryFn: () => file(path, { format: "png", size: SHOWN_PIXELS }),
  })
  const address = useAddressOf(query.data)
  const download = (format: "png" | "svg") =>
    void file(path, { format, size: PRINTED_PIXELS })
      .then((blob) => save(blob, `${link.slug}.${format}`))
      .catch(fail)
  return (
    <Dialog open onClose={onClose} title={t("links.qr")}>
      <div className="flex flex-col gap-4">
        <Text className="text-ui-fg-subtle break-anywhere">
          {t("links.qrText", { url: link.url })}
        </Text>
        {query.isError ? (
          <Failed error={query.error} retry={() => void query.refetch()} />
        ) : address ? (
          <img
            src={address}
            alt={t("links.qrAlt", { url: link.url })}
            className="aspect-square w-full max-w-72 self-center rounded-lg"
          />
        ) : (
          <Skeleton className="aspect-square w-full max-w-72 self-center" />
        )}
        <div className="flex flex-wrap justify-center gap-2">
          <Button variant="secondary" onClick={() => download("png")}>
            {t("links.png")}
          </Button>
          <Button variant="secondary" onClick={() => download("svg")}>
            {t("links.svg")}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** An address for something in memory, for as long as it is shown. */
function useAddressOf(blob: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!blob) return
    const url = URL.createObjectURL(blob)
    setAddress(url)
    return () => URL.revokeObjectURL(url)
  }, [blob])
  return address
}
