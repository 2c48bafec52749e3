// The site made ready for a host, under the headers written for that host: a browser stops nothing and asks nobody else.
import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch } from './browser.js'
import { serve, shown } from './site.js'

const folder = mkdtempSync(join(tmpdir(), 'minhbach-host-'))
const built = join(folder, 'public')
let browser
let site
let rules
// The same site as a host gets it that sends no headers: each page says its policy itself.
let bare

before(async () => {
    // A copy: two builds of one site wait for each other, and the suite runs its files side by side.
    const root = new URL('../..', import.meta.url).pathname
    const copy = join(folder, 'site')
    for (const name of ['site.toml', 'content', 'themes']) cpSync(join(root, name), join(copy, name), { recursive: true })
    const build = (host, out) => execFileSync(process.env.MINHBACH, ['--site', copy, '--lang', 'en', 'build', '--strict', '--host', host, '--out', out], { stdio: 'pipe' })
    build('cloudflare', built)
    build('github', join(folder, 'bare'))
    rules = read(readFileSync(join(built, '_headers'), 'utf8'))
    browser = await launch()
    site = await serve(built, headers)
    bare = await serve(join(folder, 'bare'), () => ({}))
})
after(async () => {
    await browser?.close()
    site?.close()
    bare?.close()
    rmSync(folder, { recursive: true, force: true })
})

/** The rules of a `_headers` file: the beginning of the paths each fits, what it takes back and what it sets. */
function read(text) {
    const all = []
    for (const line of text.split('\n').filter(Boolean)) {
        if (!line.startsWith('  ')) all.push({ path: line.replace(/\*$/, ''), lines: [] })
        else all.at(-1).lines.push(line.trim())
    }
    return all
}

/** What Cloudflare sends for a path: values of all rules that fit, joined, unless `!` took them back. */
function headers(path) {
    const sent = {}
    for (const rule of rules.filter((rule) => path.startsWith(rule.path))) {
        for (const line of rule.lines) {
            const name = line.replace(/^! /, '').split(':')[0].toLowerCase()
            const value = line.slice(line.indexOf(': ') + 2)
            if (line.startsWith('! ')) delete sent[name]
            else sent[name] = sent[name] ? `${sent[name]}, ${value}` : value
        }
    }
    // Nothing is kept while testing.
    return { ...sent, 'cache-control': 'no-store' }
}

/** Opens a page and answers what the browser stopped, said and asked of others. */
async function seen(path, doing = async () => {}, from = site) {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    const told = []
    await page.addInitScript(() => {
        window.stopped = []
        document.addEventListener('securitypolicyviolation', (event) => window.stopped.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`))
    })
    page.on('console', (message) => told.push(message.text()))
    page.on('pageerror', (error) => told.push(error.message))
    page.on('request', (request) => request.url().startsWith(from.address) || request.url().startsWith('data:') || told.push(`asks ${request.url()}`))
    await page.goto(from.address + path, { waitUntil: 'load' })
    const styled = await page.evaluate(() => getComputedStyle(document.body).fontFamily !== getComputedStyle(document.documentElement.appendChild(document.createElement('p'))).fontFamily || document.styleSheets.length > 0)
    await doing(page)
    told.push(...(await page.evaluate(() => window.stopped)))
    await page.close()
    return styled ? told : [...told, 'its style was not taken']
}

// One page of each kind: that the policy fits the other pages of a kind as well is counted from the text of every page by `cargo test`.
for (const [way, from] of [['sent by the host', () => site], ['said by the page', () => bare]]) {
    test(`${way}: the browser stops nothing on a page of any kind`, async () => {
        const wrong = []
        for (const [, name] of shown) wrong.push(...(await seen(name.replace(/index\.html$/, ''), undefined, from())).map((line) => `${name}: ${line}`))
        assert.deepEqual(wrong, [])
    })

    test(`${way}: the search works`, async () => {
        let found
        const told = await seen('tim/', async (page) => {
            await page.fill('#q', 'sop cop')
            await page.waitForSelector('#search-found li > a')
            found = await page.locator('#search-found li > a').first().textContent()
        }, from())
        assert.deepEqual([found, told], ['Sốp Cộp', []])
    })

    test(`${way}: what does not belong to the site is stopped`, async () => {
        const told = await seen('don-vi/', (page) => page.evaluate(async () => {
            const add = (name, more) => document.body.appendChild(Object.assign(document.createElement(name), more))
            add('p', {}).setAttribute('style', 'color: red')
            add('style', { textContent: 'p { color: red }' })
            add('script', { textContent: 'window.ran = true' })
            add('script', { src: '/search.js' })
            add('img', { src: 'https://elsewhere.example/a.png' })
            add('iframe', { src: '/tim/' })
            await new Promise((done) => setTimeout(done, 300))
            if (window.ran) throw new Error('a script ran')
        }), from())
        for (const directive of ['style-src-attr', 'style-src-elem', 'script-src-elem: inline', `script-src-elem: ${from().address}search.js`, 'img-src', 'frame-src']) {
            assert.ok(told.some((line) => line.startsWith(directive)), `${directive}: ${told.join(' | ')}`)
        }
    })
}
