import { createServer } from "node:http"

/** A web server that has nothing but the pages it is given: a shop of plain HTML. */
export type PlainPages = {
  /** Puts a page there; answers its address. */
  put: (html: string) => string
  stop: () => Promise<void>
}

/** @param baseUrl of the port, by the name that pages are to be opened with */
export async function servePlainPages(baseUrl: string): Promise<PlainPages> {
  const pages: string[] = []
  const server = createServer((req, res) => {
    const { pathname } = new URL(req.url ?? "/", baseUrl)
    const html = pages[Number(pathname.slice(1))]
    res.writeHead(html ? 200 : 404, {
      "content-type": "text/html; charset=utf-8",
    })
    res.end(html)
  })
  await new Promise<void>((resolve) =>
    server.listen(Number(new URL(baseUrl).port), resolve)
  )
  return {
    put: (html) => `${baseUrl}/${pages.push(html) - 1}`,
    stop: async () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
