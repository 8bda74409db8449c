import {
  IdentityDocumentRecord,
  IdentityStanding,
} from "../../../modules/affiliate/service-layers/identity"

/** A document by its name: where its bytes are is not among it. */
export const documentAnswer = ({
  id,
  name,
  mime_type,
  created_at,
}: IdentityDocumentRecord) => ({ id, name, mime_type, created_at })

/** How an identity stands; `required` = the program asks for it, always or beyond the amounts. */
export const identityAnswer = ({
  documents,
  ...standing
}: IdentityStanding) => ({
  ...standing,
  required: standing.identity_required !== "never",
  documents: documents.map(documentAnswer),
})
