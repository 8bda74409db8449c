import { openApiDocument } from "../../scripts/openapi/document"
import { describedPath, openApi } from "../support/openapi"
import { doors, named } from "../support/doors"

/** Types of a whole program are read. */
jest.setTimeout(300_000)

test("the description is the one that the routes of today make (`npm run openapi` writes it)", () => {
  expect(openApi).toEqual(JSON.parse(JSON.stringify(openApiDocument())))
})

test.each(named(doors))("%s is described", (_, { method, path }) => {
  expect(openApi.paths[describedPath(path)]).toMatchObject({
    [method.toLowerCase()]: { summary: expect.stringMatching(/\w/) },
  })
})
