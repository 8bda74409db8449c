import { MedusaError } from "@medusajs/framework/utils"

/** 404: what the address names does not exist. */
export const notFound = (message: string): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_FOUND, message)

/** 400: a field of the request is wrong. */
export const invalid = (message: string): MedusaError =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)

/** 400: the request is right, but not for the state that things are in. */
export const notAllowed = (message: string): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message)

/** 422: what must be unique is taken. */
export const taken = (message: string): MedusaError =>
  new MedusaError(MedusaError.Types.DUPLICATE_ERROR, message)
