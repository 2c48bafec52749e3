// The officer's side in a browser: `serve` follows the files and tells mistakes, `--edit` writes what was typed and nothing else,
// and a page of another origin gets nothing.
import { test, beforeEach, afterEach } from 'node:test'
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launch, schemes } from './browser.js'

const axe = readFileSync(new URL('./node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
const results = 'content/areas/nam-nhun/2024/results.yaml'
const report = 'content/reports/2024/bai-mot.md'
let folder
let server
let browser
let page
let editor
let home

const read = (name) => readFileSync(join(folder, name), 'utf8')
function write(name, text) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
}
/** Changes a file as another program does. */
function change(name, from, to) {
    const before = read(name)
    assert.ok(before.includes(from), `${name} has “${from}”`)
    writeFileSync(join(folder, name), before.replace(from, to))
}
/** The lines that are only in the second text, with the number of those that are only in the first. */
function lines(before, after) {
    const [old, now] = [before.split('\n'), after.split('\n')]
    return { gone: old.filter((line) => !now.includes(line)).length, come: now.filter((line) => !old.includes(line)) }
}

beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'minhbach-live-'))
    cpSync(fileURLToPath(new URL('../sites/small', import.meta.url)), folder, { recursive: true })
    server = spawn(process.env.MINHBACH, ['--site', folder, 'serve', '--edit', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    editor = await new Promise((resolve, reject) => {
        server.stdout.on('data', (part) => {
            said += part
            const found = said.match(/http:\S+_edit\/\?token=\S+/)
            if (found) resolve(found[0])
        })
        server.on('exit', () => reject(new Error(`serve ended: ${said}`)))
    })
    home = new URL('/', editor).href
    browser = await launch()
    page = await (await browser.newContext()).newPage()
})
afterEach(async () => {
    await browser.close()
    server.kill()
    rmSync(folder, { recursive: true, force: true })
})

const violations = async () => {
    await page.evaluate(axe)
    return page.evaluate(async () => (await axe.run(document)).violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)}`)))
}

test('a page follows a report, a result and a mistake, which stays over it until it is mended', async () => {
    await page.goto(`${home}don-vi/nam-nhun/2024/`)
    change(results, 'disbursed: 780', 'disbursed: 999')
    await page.getByText('999').first().waitFor()

    change(results, 'disbursed: 999', 'disbursed: 780.5')
    const over = page.getByRole('alert')
    await over.waitFor()
    const words = await over.innerText()
    assert.match(words, /MB0102/)
    const line = read(results).split('\n').findIndex((one) => one.includes('780.5')) + 1
    assert.ok(words.includes(`${results}:${line}:`), words)
    assert.match(words, /Cách sửa/)
    assert.deepEqual(await violations(), [])
    await page.reload()
    await over.waitFor()
    assert.ok((await page.locator('main').innerText()).includes('999'), 'the last good page is under it')

    change(results, 'disbursed: 780.5', 'disbursed: 781')
    await over.waitFor({ state: 'detached' })
    await page.getByText('781').first().waitFor()

    await page.goto(`${home}tin/bai-mot/`)
    change(report, 'Một câu mở đầu.', 'Một câu mở đầu khác.')
    await page.getByText('Một câu mở đầu khác.').first().waitFor()
})

test('a page follows its template and its style', async () => {
    write('themes/rieng/layouts/report.html', '{% extends "default/layouts/report.html" %}{% block content %}<p>Bản riêng một</p>{{ super() }}{% endblock content %}')
    write('site.toml', `theme = "rieng"\n${read('site.toml')}`)
    await page.goto(`${home}tin/bai-mot/`)
    await page.getByText('Bản riêng một').waitFor()
    change('themes/rieng/layouts/report.html', 'Bản riêng một', 'Bản riêng hai')
    await page.getByText('Bản riêng hai').waitFor()
    write('themes/rieng/css/site.css', 'h1 { font-style: italic }')
    await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).fontStyle === 'italic')
    change('themes/rieng/layouts/report.html', '{{ super() }}', '{{ super( }}')
    await page.getByRole('alert').waitFor()
    assert.match(await page.getByRole('alert').innerText(), /MB0701/)
    assert.ok((await page.locator('main').innerText()).includes('Bản riêng hai'), 'the last good page is under it')
    change('themes/rieng/layouts/report.html', '{{ super( }}', '{{ super() }}')
    await page.getByRole('alert').waitFor({ state: 'detached' })
})

test('a draft says that it is one, at its top and in lists, in every set of colours', async () => {
    await page.goto(`${home}tin/`)
    write('content/reports/2024/bai-hai.md', read(report).replace('title: Bài một', 'title: Bài hai\ndraft: true'))
    await page.getByText('BẢN NHÁP: Bài hai').first().waitFor()
    await page.goto(`${home}tin/bai-hai/`)
    const mark = page.locator('main .minhbach-draft')
    assert.match(await mark.innerText(), /BẢN NHÁP/)
    const top = (one) => one.boundingBox().then((box) => box.y)
    assert.ok((await top(mark)) < (await top(page.locator('h1'))))
    for (const media of Object.values(schemes)) {
        await page.emulateMedia(media)
        assert.deepEqual(await violations(), [])
    }
    change('content/reports/2024/bai-hai.md', '\ndraft: true', '')
    await mark.waitFor({ state: 'detached' })
    await page.goto(`${home}tin/`)
    assert.ok(!(await page.locator('main').innerText()).includes('BẢN NHÁP'))
})

/** Opens the editor on a text. */
async function text(file) {
    await page.goto(editor)
    await page.waitForFunction(() => localStorage.getItem('minhbach-edit-token'))
    await page.goto(`${home}_edit/?file=${encodeURIComponent(file)}`)
    await page.locator('#text').waitFor()
    await page.locator('#text').focus()
    await page.keyboard.press('Control+End')
}

test('the page beside a text is drawn as it is typed, and nothing is written', async () => {
    const before = read(report)
    await text(report)
    const drawn = page.frameLocator('#preview').locator('main')
    await drawn.getByText('Vốn quý I đã được giải ngân').waitFor()
    await page.keyboard.type('\n## Việc còn lại\n\nNghiệm thu **hai** công trình.\n')
    await drawn.getByRole('heading', { name: 'Việc còn lại' }).waitFor()
    assert.equal(await drawn.locator('strong', { hasText: 'hai' }).count(), 1)
    await page.keyboard.type('\nXem [đây](report:khong-co).\n')
    await page.locator('#problems', { hasText: 'khong-co' }).waitFor()
    assert.deepEqual(await violations(), [])
    assert.equal(read(report), before)
})

test('a figure is found by words without accents and put in bound, by keyboard', async () => {
    await text(report)
    await page.keyboard.press('Control+Shift+F')
    await page.locator('#picker[open]').waitFor()
    await page.keyboard.type('nam nhun giai ngan')
    const first = page.locator('#picker-list [role=option][data-address$="ntm/investment/disbursed"]')
    await first.waitFor()
    assert.deepEqual(await violations(), [])
    for (let at = 0; at < 20 && (await first.getAttribute('aria-selected')) !== 'true'; at += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('#picker:not([open])').waitFor({ state: 'attached' })
    const typed = await page.locator('#text').inputValue()
    assert.match(typed, /\[780 triệu đồng\]\(figure:[^)]*ntm\/investment\/disbursed\)/)
    const number = page.frameLocator('#preview').locator('main a', { hasText: '780 triệu đồng' })
    await number.first().waitFor()
    assert.match(await number.first().getAttribute('href'), /#.*ntm\/investment\/disbursed/)
    await page.keyboard.press('Control+s')
    await page.locator('#review[open]').waitFor()
    await page.locator('#review-write').focus()
    await page.keyboard.press('Enter')
    for (let at = 0; at < 50 && !read(report).includes('(figure:'); at += 1) await page.waitForTimeout(100)
    assert.equal(read(report), typed)
    await page.goto(`${home}tin/bai-mot/`)
    await page.locator('main a', { hasText: '780 triệu đồng' }).first().waitFor()
})

/** Opens the grid and stands on a cell, by keyboard from there on. */
async function grid(column, row = 0) {
    await page.goto(editor)
    await page.waitForFunction(() => localStorage.getItem('minhbach-edit-token'))
    await page.goto(`${home}_edit/?area=nam-nhun&period=2024`)
    await page.locator(`#cell-${row}-${column}`).waitFor()
    await page.locator(`#cell-${row}-${column}`).focus()
}

/** The first row of the grid in which a column shows this. */
const rowWith = (column, value) => page.evaluate(([column, value]) => [...document.querySelectorAll(`[data-column=${column}]`)].findIndex((one) => one.textContent.trim() === value), [column, value])

test('a number is typed, shown before and after, and written: one line changes', async () => {
    const before = read(results)
    await grid('result')
    const row = await rowWith('result', '780')
    assert.ok(row >= 0)
    await page.locator(`#cell-${row}-result`).focus()
    assert.deepEqual(await violations(), [])
    await page.keyboard.type('790')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+s')
    const shown = page.locator('#review-body')
    await page.locator('#review[open]').waitFor()
    assert.match(await shown.innerText(), /780[\s\S]*790/)
    assert.equal(read(results), before, 'nothing is written before the yes')
    assert.deepEqual(await violations(), [])
    for (let at = 0; at < 20 && (await page.evaluate(() => document.activeElement.id)) !== 'review-write'; at += 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('#review:not([open])').waitFor({ state: 'attached' })
    await page.waitForFunction(() => document.querySelector('#save') && !document.querySelector('.grid__cell--changed'))
    const { gone, come } = lines(before, read(results))
    assert.equal(gone, 1)
    assert.deepEqual(come.map((line) => line.trim()), ['disbursed: 790'])
})

test('a value is taken out by Shift+Delete, shown as such, and can be taken back', async () => {
    await grid('result')
    const row = await rowWith('result', '4')
    assert.ok(row >= 0)
    const cell = page.locator(`#cell-${row}-result`)
    await cell.focus()
    await page.keyboard.press('Delete')
    assert.equal(await page.locator('.grid__cell--changed').count(), 0, 'a blank erases nothing')
    await page.keyboard.press('Shift+Delete')
    assert.equal(await page.locator('.grid__cell--changed').count(), 1)
    assert.match(await cell.innerText(), /4/)
    assert.deepEqual(await violations(), [])
    await page.keyboard.press('Control+s')
    await page.locator('#review[open]').waitFor()
    const review = page.locator('#review-body')
    assert.match(await review.innerText(), /Kết quả\s+4\s+xóa khỏi tệp/)
    // The lines of the file are behind “Từng dòng của tệp sẽ đổi” until they are asked for.
    assert.match(await review.locator('details').textContent(), /actual: 4/)
    await page.keyboard.press('Escape')
    await cell.focus()
    await page.keyboard.press('Control+z')
    assert.equal(await page.locator('.grid__cell--changed').count(), 0)
})

test('a block copied from a spreadsheet fills the cells from here on', async () => {
    await grid('plan')
    const row = await rowWith('result', '780')
    await page.locator(`#cell-${row}-plan`).focus()
    await page.evaluate(() => {
        const block = new DataTransfer()
        block.setData('text/plain', '2.500\t801\r\n')
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: block, bubbles: true, cancelable: true }))
    })
    assert.match(await page.locator(`#cell-${row}-plan`).innerText(), /2\.500/)
    assert.match(await page.locator(`#cell-${row}-result`).innerText(), /801/)
    assert.equal(await page.locator('.grid__cell--changed').count(), 2)
})

test('a text that was changed elsewhere in the meantime loses neither version', async () => {
    await page.goto(editor)
    await page.waitForFunction(() => localStorage.getItem('minhbach-edit-token'))
    await page.goto(`${home}_edit/?file=${encodeURIComponent(report)}`)
    await page.locator('#text').waitFor()
    await page.locator('#text').focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('\nCâu của tôi.\n')
    change(report, 'Một câu mở đầu.', 'Câu của người khác.')
    await page.keyboard.press('Control+s')
    await page.locator('#conflict[open]').waitFor()
    assert.ok(read(report).includes('Câu của người khác.') && !read(report).includes('Câu của tôi.'), 'nothing was overwritten')
    assert.deepEqual(await violations(), [])
    await page.locator('#conflict-keep').focus()
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelector('#text').value.includes('Câu của người khác.') && document.querySelector('#text').value.includes('Câu của tôi.'))
    await page.keyboard.press('Control+s')
    await page.locator('#review[open]').waitFor()
    await page.locator('#review-write').focus()
    await page.keyboard.press('Enter')
    await page.locator('#review:not([open])').waitFor({ state: 'attached' })
    for (let at = 0; at < 50 && !read(report).includes('Câu của tôi.'); at += 1) await page.waitForTimeout(100)
    assert.ok(read(report).includes('Câu của người khác.') && read(report).includes('Câu của tôi.'))
})

test('a page of another origin, and another name for this machine, get nothing', async () => {
    const before = [read(results), read(report)]
    // The reader is signed in to the editor in the same browser when the page of the attack opens.
    await page.goto(editor)
    await page.waitForFunction(() => localStorage.getItem('minhbach-edit-token'))
    const token = await page.evaluate(() => localStorage.getItem('minhbach-edit-token'))
    const evil = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<!doctype html><title>x</title><iframe name=f></iframe>'))
    await new Promise((done) => evil.listen(0, '127.0.0.1', done))
    try {
        const attack = await page.context().newPage()
        await attack.goto(`http://127.0.0.1:${evil.address().port}/`)
        const got = await attack.evaluate(async ([home, file, token]) => {
            const told = []
            const text = JSON.stringify({ file, hash: '', text: 'x', seen: null })
            for (const [way, options] of [
                ['_edit/site', {}], ['_edit/site', { credentials: 'include' }], ['_edit/text?file=' + file, { credentials: 'include' }],
                ['_edit/text', { method: 'POST', body: text, credentials: 'include', mode: 'cors' }],
                ['_edit/text', { method: 'POST', body: text, credentials: 'include', headers: { 'x-minhbach-token': token } }],
                ['', {}],
            ]) {
                try {
                    const answer = await fetch(home + way, options)
                    told.push(`${way}: ${answer.status} ${(await answer.text()).slice(0, 40)}`)
                } catch {
                    // Refused, as it should be.
                }
            }
            await fetch(`${home}_edit/text`, { method: 'POST', body: text, mode: 'no-cors', credentials: 'include' }).catch(() => {})
            return told
        }, [home, report, token])
        assert.deepEqual(got, [])
        const form = await attack.evaluate((home) => new Promise((done) => {
            document.querySelector('iframe').onload = () => {
                try {
                    done(document.querySelector('iframe').contentDocument?.body.innerText ?? 'closed')
                } catch {
                    done('closed')
                }
            }
            document.body.insertAdjacentHTML('beforeend', `<form target=f method=post enctype=text/plain action="${home}_edit/text"><input name='{"file":"x","text":"' value='"}'></form>`)
            document.forms[0].submit()
        }), home)
        assert.equal(form, 'closed')
    } finally {
        evil.close()
    }
    // A name of elsewhere that was made to lead here, with the right secret in hand.
    const port = new URL(home).port
    for (const host of [`evil.example:${port}`, 'evil.example']) {
        for (const path of ['/', '/_edit/site']) {
            const status = await new Promise((done, fail) => request({ host: '127.0.0.1', port, path, headers: { host, 'x-minhbach-token': token } }, (answer) => done(answer.resume().statusCode)).on('error', fail).end())
            assert.equal(status, 403, `${host}${path}`)
        }
    }
    assert.deepEqual([read(results), read(report)], before)
})
