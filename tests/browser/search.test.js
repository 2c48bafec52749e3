// The search page: what is found for what people type, on a server and from a folder, and what is loaded for it.
import { test } from 'node:test'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { browser, site } from './started.js'
import { folder } from './site.js'

/** Opens the search page; answers the page and the names of the files it asks for. */
const opened = async (address) => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    const asked = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').pop()))
    await page.goto(address)
    return { page, asked: () => asked.filter((name) => name.endsWith('.js')) }
}

/** Types words and waits for what is said about them. */
const typed = async (page, words) => {
    await page.fill('#q', '')
    await page.waitForFunction(() => document.getElementById('search-status').textContent === '')
    await page.fill('#q', words)
    await page.waitForFunction(() => !/^$|…$/.test(document.getElementById('search-status').textContent))
    return page.locator('#search-found li > a').allTextContents()
}

const cases = [
    ...['sop cop', 'Sốp Cộp', 'SỐP CỘP', 'So\u0302\u0301p Co\u0323\u0302p', 'sop coop', 'sopcop', 'so p cop', 'huyen sop cop', 'sop co'].map((words) => [words, 'Sốp Cộp']),
    ['dinh hoa', 'Định Hóa'],
    ['đinh hoá', 'Định Hóa'],
    ['bac gaing', 'Bắc Giang'],
]

for (const [where, address] of [['on a server', () => `${site.address}tim/index.html`], ['from a folder', () => pathToFileURL(join(folder, 'tim/index.html')).href]]) {
    test(`places come first, however they are typed, ${where}`, async () => {
        const { page, asked } = await opened(address())
        assert.deepEqual(asked(), ['search.js'], 'nothing is loaded before somebody types')
        for (const [words, first] of cases) assert.equal((await typed(page, words))[0], first, words)
        assert.deepEqual([...new Set(asked())].sort(), ['0.js', 'r0.js', 'search.js'])
        assert.deepEqual(await typed(page, 'zzzz'), [])
        assert.match(await page.textContent('#search-status'), /^Không tìm thấy/)
        await page.close()
    })

    test(`an address may ask, and the first find is one Tab from the button, ${where}`, async () => {
        const { page } = await opened(`${address()}?q=sop+cop`)
        await page.waitForSelector('#search-found li')
        assert.equal(await page.inputValue('#q'), 'sop cop')
        await page.focus('#search button')
        await page.keyboard.press('Tab')
        await page.keyboard.press('Enter')
        await page.waitForURL(/don-vi\/sop-cop\/index\.html$/)
        await page.close()
    })
}

test('exact accents come first', async () => {
    const { page } = await opened(`${site.address}tim/index.html`)
    await typed(page, 'sop cop')
    await page.evaluate(() => window.minhbach(0, [[0, 'Bản', '../', ['Mà', 'a', '', '', 'Ma', 'b', '', '', 'Má', 'c', '', '', 'Mạ', 'd', '', '']]]))
    for (const word of ['ma', 'má', 'mà', 'mạ']) assert.equal((await typed(page, word))[0].toLowerCase(), word)
    await page.close()
})

test('words are folded as the table says', async () => {
    const script = readFileSync(join(folder, 'search.js'), 'utf8')
    const part = script.slice(script.indexOf('function fold'), script.indexOf('function learn'))
    const compared = new Function(`${part}; return (text) => words(text).map(fold).join(' ')`)()
    const lines = readFileSync(new URL('../search/fold.txt', import.meta.url), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'))
    assert.ok(lines.length > 15)
    for (const line of lines) {
        const [left, right] = line.split(' =>')
        assert.equal(compared(JSON.parse(`"${left}"`)), right.trim(), left)
    }
})

test('what is typed in a name stays words', async () => {
    const { page } = await opened(`${site.address}tim/index.html`)
    await typed(page, 'sop cop')
    await page.evaluate(() => window.minhbach(0, [[0, 'Bản', '../', ['<img src=x onerror=alert(1)>', 'a', '<b>', '<i>']]]))
    assert.deepEqual(await typed(page, 'onerror'), ['<img src=x onerror=alert(1)>'])
    assert.equal(await page.locator('#search-found img, #search-found b, #search-found i').count(), 0)
    await page.close()
})
