import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
} from "node:crypto"

import { MedusaError } from "@medusajs/framework/utils"

const VERSION = "v1"
const ALGORITHM = "aes-256-gcm"
const KEY_BYTES = 32
const KEY_ID_BYTES = 4
const NONCE_BYTES = 12
const TAG_BYTES = 16

const derive = (secret: string, purpose: string, bytes: number): Buffer =>
  Buffer.from(
    hkdfSync("sha256", secret, "", `medusa-plugin-affiliate ${purpose}`, bytes)
  )

interface Key {
  id: string
  bytes: Buffer
}

const keyOf = (secret: string): Key => ({
  id: derive(secret, "key id", KEY_ID_BYTES).toString("hex"),
  bytes: derive(secret, "secrets at rest", KEY_BYTES),
})

/**
 * Encrypts what must not be read in a stolen database: AES-256-GCM with a key
 * derived from the option `encryption_key`. Each secret belongs to one row, and
 * copied into another it does not open.
 *
 * An envelope reads `v1.<key id>.<nonce>.<ciphertext and tag>`. What was sealed
 * with one of `previous_encryption_keys` opens by its key id; sealing is always
 * done with the current key.
 */
export class SecretBox {
  private readonly current: Key | null
  private readonly keys: Map<string, Buffer>
  private readonly address_key: Buffer | null

  /**
   * @param encryption_key without it every use is refused, none passes through in clear
   * @param previous_encryption_keys only to open what they sealed
   */
  constructor(
    encryption_key: string | undefined,
    previous_encryption_keys: string[] = []
  ) {
    this.current = encryption_key ? keyOf(encryption_key) : null
    const keys = [...previous_encryption_keys.map(keyOf), this.current]
    this.keys = new Map(
      keys.flatMap((key) => (key ? [[key.id, key.bytes] as const] : []))
    )
    this.address_key = encryption_key
      ? derive(encryption_key, "network addresses", KEY_BYTES)
      : null
  }

  /** @throws not_allowed when the store has no encryption key */
  assertReady(): void {
    this.ready()
  }

  /** Whether anything can be kept at all. */
  get isReady(): boolean {
    return this.current !== null
  }

  /** What the envelopes of the current key begin with. */
  get currentPrefix(): string {
    return `${VERSION}.${this.ready().id}.`
  }

  /**
   * @param row_id of the row that keeps the envelope
   * @throws not_allowed when the store has no encryption key
   */
  seal(plaintext: string, row_id: string): string {
    const { id, bytes } = this.ready()
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv(ALGORITHM, bytes, nonce)
    cipher.setAAD(Buffer.from(row_id))
    const sealed = Buffer.concat([
      cipher.update(plaintext, "utf8"),
      cipher.final(),
      cipher.getAuthTag(),
    ])
    return [
      VERSION,
      id,
      nonce.toString("base64url"),
      sealed.toString("base64url"),
    ].join(".")
  }

  /**
   * @param row_id of the row that keeps the envelope
   * @throws not_allowed when the store has no encryption key, unexpected_state
   *         when the envelope is not of this row, one of the keys or whole
   */
  open(envelope: string, row_id: string): string {
    this.ready()
    const [version, key_id, nonce_text, sealed_text, ...rest] =
      envelope.split(".")
    if (version !== VERSION || !nonce_text || !sealed_text || rest.length) {
      throw unreadable(row_id, "it is not an envelope")
    }
    const key = this.keys.get(key_id)
    if (!key) {
      throw unreadable(row_id, "it was encrypted with another encryption_key")
    }
    const sealed = Buffer.from(sealed_text, "base64url")
    try {
      const decipher = createDecipheriv(
        ALGORITHM,
        key,
        Buffer.from(nonce_text, "base64url"),
        { authTagLength: TAG_BYTES }
      )
      decipher.setAAD(Buffer.from(row_id))
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
      return Buffer.concat([
        decipher.update(sealed.subarray(0, -TAG_BYTES)),
        decipher.final(),
      ]).toString("utf8")
    } catch {
      throw unreadable(row_id, "it was altered or belongs to another row")
    }
  }

  /**
   * What an envelope holds, sealed for the same row with the current key.
   *
   * @throws as `open`
   */
  reseal(envelope: string, row_id: string): string {
    return this.seal(this.open(envelope, row_id), row_id)
  }

  /**
   * A network address as it is kept: nobody without the key can try addresses
   * until one fits, and two that are equal can still be compared. Those made
   * with an earlier key cannot be made anew, because the address is gone.
   *
   * @returns hex; `null` without an address or an encryption key
   */
  addressHash(address: string | null): string | null {
    return address && this.address_key
      ? createHmac("sha256", this.address_key).update(address).digest("hex")
      : null
  }

  private ready(): Key {
    if (!this.current) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "Payout and tax details cannot be kept without encryption: set the plugin option encryption_key (environment variable AFFILIATE_ENCRYPTION_KEY)"
      )
    }
    return this.current
  }
}

const unreadable = (row_id: string, why: string): MedusaError =>
  new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `The secret of ${row_id} cannot be read: ${why}`
  )
