import { randomUUID } from "node:crypto"
import type {
  InitiatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"

/**
 * A payment provider that takes the money the moment a cart is completed, as card processors do when told to capture
 * at once. Medusa's own manual provider only authorizes. Known to Medusa as `pp_auto_capture_default`.
 */
export class AutoCapturePaymentProvider extends AbstractPaymentProvider {
  static override identifier = "auto_capture"

  /** Public, since Medusa constructs its providers; the inherited one is not. */
  constructor(
    container: Record<string, unknown>,
    options?: Record<string, unknown>
  ) {
    super(container, options)
  }

  async initiatePayment(): Promise<InitiatePaymentOutput> {
    return { id: randomUUID(), data: {} }
  }

  async authorizePayment() {
    return { status: PaymentSessionStatus.CAPTURED, data: {} }
  }

  async getPaymentStatus() {
    return { status: PaymentSessionStatus.CAPTURED, data: {} }
  }

  async capturePayment() {
    return { data: {} }
  }

  async refundPayment() {
    return { data: {} }
  }

  async cancelPayment() {
    return { data: {} }
  }

  async updatePayment() {
    return { data: {} }
  }

  async deletePayment() {
    return { data: {} }
  }

  async retrievePayment() {
    return { data: {} }
  }

  async getWebhookActionAndData(): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED }
  }
}
