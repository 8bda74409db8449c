import {
  KeyboundForm,
  RouteDrawer,
  RouteFocusModal,
} from "@medusajs/dashboard/components"
import { Button, Heading, Text } from "@medusajs/ui"
import type { FormEventHandler, PropsWithChildren } from "react"
import type { FieldValues, UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"

type ModalFormProps<TForm extends FieldValues> = PropsWithChildren<{
  form: UseFormReturn<TForm>
  title: string
  description: string
  submitText: string
  isPending: boolean
  /** Nothing can be submitted as things are. */
  isDisabled?: boolean
  onSubmit: FormEventHandler<HTMLFormElement>
}>

/** The inside of a `RouteDrawer` that edits something. */
export const DrawerForm = <TForm extends FieldValues>({
  form,
  title,
  description,
  submitText,
  isPending,
  isDisabled = false,
  onSubmit,
  children,
}: ModalFormProps<TForm>) => {
  const { t } = useTranslation("affiliate")
  return (
    <RouteDrawer.Form form={form}>
      <KeyboundForm
        onSubmit={onSubmit}
        noValidate
        className="flex flex-1 flex-col overflow-hidden"
      >
        <RouteDrawer.Header>
          <RouteDrawer.Title asChild>
            <Heading className="[overflow-wrap:anywhere]">{title}</Heading>
          </RouteDrawer.Title>
          {/* It renders a `Text` of its own, so another one may not be put inside. */}
          <RouteDrawer.Description>
            <span className="txt-small text-ui-fg-subtle block text-pretty">
              {description}
            </span>
          </RouteDrawer.Description>
        </RouteDrawer.Header>
        <RouteDrawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
          {children}
        </RouteDrawer.Body>
        <RouteDrawer.Footer>
          <RouteDrawer.Close asChild>
            <Button size="small" variant="secondary" type="button">
              {t("common.actions.cancel")}
            </Button>
          </RouteDrawer.Close>
          <Button
            size="small"
            type="submit"
            isLoading={isPending}
            disabled={isDisabled}
          >
            {submitText}
          </Button>
        </RouteDrawer.Footer>
      </KeyboundForm>
    </RouteDrawer.Form>
  )
}

/** The inside of a `RouteFocusModal` that makes something, or edits a lot. */
export const FocusForm = <TForm extends FieldValues>({
  form,
  title,
  description,
  submitText,
  isPending,
  isDisabled = false,
  onSubmit,
  children,
}: ModalFormProps<TForm>) => {
  const { t } = useTranslation("affiliate")
  return (
    <RouteFocusModal.Form form={form}>
      <KeyboundForm
        onSubmit={onSubmit}
        noValidate
        className="flex size-full flex-col overflow-hidden"
      >
        <RouteFocusModal.Header />
        <RouteFocusModal.Body className="flex size-full flex-col items-center overflow-y-auto">
          <div className="flex w-full max-w-[720px] flex-col gap-y-8 px-4 py-16">
            <div>
              <RouteFocusModal.Title asChild>
                <Heading className="break-words">{title}</Heading>
              </RouteFocusModal.Title>
              <RouteFocusModal.Description asChild>
                <Text size="small" className="text-ui-fg-subtle text-pretty">
                  {description}
                </Text>
              </RouteFocusModal.Description>
            </div>
            {children}
          </div>
        </RouteFocusModal.Body>
        <RouteFocusModal.Footer>
          <RouteFocusModal.Close asChild>
            <Button size="small" variant="secondary" type="button">
              {t("common.actions.cancel")}
            </Button>
          </RouteFocusModal.Close>
          <Button
            size="small"
            type="submit"
            isLoading={isPending}
            disabled={isDisabled}
          >
            {submitText}
          </Button>
        </RouteFocusModal.Footer>
      </KeyboundForm>
    </RouteFocusModal.Form>
  )
}
