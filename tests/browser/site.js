// The built site as files: every page with its kind, and a server that sends it as a static host does, compressed.
import { createServer } from 'node:http'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

/** The folder `run` has built this repository's own site into. */
export const folder = process.env.MINHBACH_SITE ?? fail('Please start the tests with tests/browser/run: it builds the site first.')

function fail(words) {
    throw new Error(words)
}

/** Every file of the site by its path with `/`, in order. */
export const files = readdirSync(folder, { recursive: true })
    .map((name) => name.split(sep).join('/'))
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()

/** Every page of the site. */
export const pages = files.filter((name) => name.endsWith('.html'))

export const read = (name) => readFileSync(join(folder, name))

/** The names of the pages written by hand: each lies right below the site, or below its language. */
const handWritten = readdirSync(new URL('../../content/pages', import.meta.url)).map((name) => name.split('.')[0])

/** The kinds of pages, each with the form of its address. The first that fits is the kind; a page of no kind fails. */
const forms = {
    'lost page': /^404\.html$/,
    home: /^(en\/)?index\.html$/,
    search: /^(tim|en\/search)\/([^/]+\/)?index\.html$/,
    areas: /^(don-vi|en\/areas)\/index\.html$/,
    area: /^(don-vi|en\/areas)\/[^/]+\/index\.html$/,
    period: /^(don-vi|en\/areas)\/[^/]+\/\d{4}(-\d{4})?\/index\.html$/,
    embed: /^(nhung|en\/embed)\/[^/]+\/index\.html$/,
    'embed of an indicator': /^(nhung\/chi-tieu|en\/embed\/indicators)\/[^/]+\/index\.html$/,
    'embed of a programme': /^(nhung\/chuong-trinh|en\/embed\/programmes)\/[^/]+\/index\.html$/,
    notice: /^(don-vi|en\/areas)\/[^/]+\/(niem-yet|notice)\/index\.html$/,
    periods: /^(ky|en\/periods)\/index\.html$/,
    year: /^(ky|en\/periods)\/\d{4}(-\d{4})?\/index\.html$/,
    work: /^(don-vi|en\/areas)\/[^/]+\/(cong-trinh|works)\/[^/]+\/index\.html$|^(cong-trinh|en\/works)\/[^/]+\/index\.html$/,
    programmes: /^(chuong-trinh|en\/programmes)\/index\.html$/,
    programme: /^(chuong-trinh|en\/programmes)\/[^/]+\/index\.html$/,
    component: /^(chuong-trinh|en\/programmes)\/[^/]+\/[^/]+\/index\.html$/,
    indicators: /^(chi-tieu|en\/indicators)\/index\.html$/,
    indicator: /^(chi-tieu|en\/indicators)\/[^/]+\/index\.html$/,
    archive: /^(tin|en\/reports)\/(\d{4}\/)?(trang-\d+\/|page-\d+\/)?index\.html$/,
    report: /^(tin|en\/reports)\/[^/]+\/index\.html$/,
    documents: /^(van-ban|en\/documents)\/index\.html$/,
    document: /^(van-ban|en\/documents)\/[^/]+\/index\.html$/,
    works: /^(cong-trinh|en\/works)\/index\.html$/,
    data: /^(so-lieu|en\/data)\/index\.html$/,
    method: /^(phuong-phap|en\/method)\/index\.html$/,
    corrections: /^(dinh-chinh|en\/corrections)\/index\.html$/,
    contact: /^(lien-he|en\/contact)\/index\.html$/,
    'hand-written page': new RegExp(`^(gioi-thieu|truy-cap|en/about|en/accessibility|(en/)?(${handWritten.join('|')}))/index\\.html$`),
}

/** The kind of a page, or nothing when these tests do not know it yet. */
export const kindOf = (page) => Object.keys(forms).find((kind) => forms[kind].test(page))

/** Of each kind the page with most to show, in Vietnamese; the kinds readers meet first in English too. */
export const shown = Object.keys(forms).flatMap((kind) => {
    const all = pages.filter((page) => kindOf(page) === kind).sort((a, b) => read(b).length - read(a).length)
    const first = all.find((page) => !page.startsWith('en/'))
    const english = all.find((page) => page.startsWith('en/'))
    const both = ['home', 'area', 'report'].includes(kind)
    return [[kind, first], ...(both ? [[`${kind}, English`, english]] : [])].filter(([, page]) => page)
})

/** The kinds of which the built site has no page. */
export const unseen = Object.keys(forms).filter((kind) => !pages.some((page) => kindOf(page) === kind))

const types = { html: 'text/html; charset=utf-8', svg: 'image/svg+xml', csv: 'text/csv; charset=utf-8', json: 'application/json', xml: 'application/xml', txt: 'text/plain; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' }
const packed = ['html', 'svg', 'csv', 'json', 'xml', 'txt', 'js', 'css']

/** The policy the README recommends: everything that is seen here is seen under it. */
const policy = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').match(/Content-Security-Policy: ([^`]+)/)[1]

/** Serves a folder, this site's unless told otherwise, with the headers asked for; answers `{ address, close }`. */
export function serve(root = folder, headers = () => ({ 'content-security-policy': policy })) {
    const server = createServer((request, response) => {
        let name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).slice(1)
        if (name === '' || name.endsWith('/')) name += 'index.html'
        let code = 200
        let body
        try {
            body = readFileSync(join(root, name))
        } catch {
            code = 404
            name = '404.html'
            body = readFileSync(join(root, name))
        }
        const ending = name.split('.').pop()
        const head = { 'content-type': types[ending] ?? 'application/octet-stream', 'cache-control': 'no-store', ...headers(new URL(request.url, 'http://localhost').pathname) }
        if (packed.includes(ending)) {
            body = gzipSync(body)
            head['content-encoding'] = 'gzip'
        }
        response.writeHead(code, { ...head, 'content-length': body.length }).end(body)
    })
    return new Promise((resolve) => {
        server.listen(0, '127.0.0.1', () => resolve({ address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }))
    })
}
