// Every page of the site once, on the smallest phone: nothing is fetched but the site's own, nothing moves, every link leads somewhere.
import { test, before } from 'node:test'
import assert from 'node:assert/strict'
import { posix } from 'node:path'
import { sideways } from './browser.js'
import { browser, site } from './started.js'
import { pages, files, kindOf } from './site.js'

/** What was seen of each page. */
const seen = new Map()

before(async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
    await context.addInitScript(() => {
        window.moved = 0
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.moved += entry.value))).observe({ type: 'layout-shift', buffered: true })
    })
    const visit = async (todo) => {
        const page = await context.newPage()
        let asked = []
        let said = []
        page.on('request', (request) => asked.push(request.url()))
        page.on('console', (message) => said.push(message.text()))
        page.on('pageerror', (error) => said.push(error.message))
        for (let name = todo.shift(); name; name = todo.shift()) {
            asked = []
            said = []
            await page.goto(site.address + name, { waitUntil: 'load' })
            await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
            seen.set(name, {
                asked,
                said,
                wide: await sideways(page),
                ...(await page.evaluate(() => ({
                    moved: window.moved,
                    painted: performance.getEntriesByName('first-contentful-paint')[0].startTime,
                    fetched: performance.getEntriesByType('resource').map((one) => ({ name: one.name, start: one.startTime, kind: one.initiatorType })),
                    needed: [...document.querySelectorAll('script[src], link[rel~=stylesheet], link[rel~=preload], link[rel~=modulepreload]')].map((one) => one.outerHTML),
                    ids: [...document.querySelectorAll('[id]')].map((one) => one.id),
                    links: [...document.querySelectorAll('a[href], img[src], audio[src], source[src], link[rel=alternate][href], link[rel=icon][href]')].map((one) => one.getAttribute(one.hasAttribute('href') ? 'href' : 'src')),
                }))),
            })
        }
        await page.close()
    }
    const todo = [...pages]
    await Promise.all([visit(todo), visit(todo)])
    await context.close()
})

/** Fails with all that is wrong, page by page. */
const each = (wrongWith) => {
    assert.equal(seen.size, pages.length)
    assert.deepEqual([...seen].flatMap(([name, page]) => wrongWith(page, name).map((line) => `${name}: ${line}`)), [])
}

test('nothing is fetched from anyone else, and nothing that is not there', () =>
    each((page) => page.asked.filter((url) => !url.startsWith(site.address) || !files.includes(decodeURIComponent(new URL(url).pathname).slice(1)))))

test('nothing stands between the page and its first words', () =>
    // The search page alone has a script, which waits for the page.
    each((page, name) => kindOf(name) === 'search' ? page.needed.filter((one) => !/^<script[^>]* (defer|async)/.test(one)) : [...page.needed, ...page.fetched.filter((one) => one.kind !== 'img' && one.start < page.painted).map((one) => one.name)]))

test('nothing moves while a page loads', () => each((page) => (page.moved > 0 ? [`layout shift ${page.moved}`] : [])))

test('the browser has nothing to complain of', () => each((page) => page.said))

test('no page scrolls sideways at 320 px', () => each((page) => page.wide))

test('every link leads to a file of the site, on a server as on a stick, and every anchor to a place in it', () => {
    let followed = 0
    each((page, name) => page.links.flatMap((link) => {
        if (/^[a-z]+:/.test(link)) return []
        followed += 1
        const [path, anchor] = link.split('#')
        const target = decodeURIComponent(path === '' ? name : posix.normalize(posix.join(posix.dirname(name), path)))
        if (!files.includes(target)) return [`${link}: no such file`]
        // What a browser does with an anchor: the id as written, then the id decoded.
        if (anchor && !seen.get(target)?.ids.some((id) => id === anchor || id === decodeURIComponent(anchor))) return [`${link}: no such place`]
        return []
    }))
    assert.ok(followed > pages.length, 'links were followed')
})

test('every page is reached by links from the first one', () => {
    const reached = new Set(['index.html', '404.html'])
    for (const name of reached) {
        for (const link of seen.get(name)?.links ?? []) {
            if (/^[a-z]+:/.test(link) || link.startsWith('#')) continue
            const target = decodeURIComponent(posix.normalize(posix.join(posix.dirname(name), link.split('#')[0])))
            if (seen.has(target)) reached.add(target)
        }
    }
    // A page to be framed is reached from the sites that frame it.
    assert.deepEqual(pages.filter((name) => !reached.has(name) && !kindOf(name)?.startsWith('embed')), [])
})
