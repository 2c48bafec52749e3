// Search in the index beside this page. Nothing is loaded before somebody types; files of the index are plain scripts, so
// that a site opened from a folder is searched too. Words are made by text, never as HTML.
(function () {
  'use strict'
  var form = document.getElementById('search')
  var box = form.elements.q
  var list = document.getElementById('search-found')
  var status = document.getElementById('search-status')
  var more = document.getElementById('search-more')
  var say = form.dataset
  var head, turn = 0
  var loads = {} // files that were asked for
  var vocabulary = {} // a folded word: the files it stands in
  var entries = []

  // tests/search/fold.txt holds these two and src/search/words.rs to one table.
  function fold(text) {
    return Array.from(text.normalize('NFD').replace(/\p{M}/gu, ''), function (c) { return c.toLowerCase() }).join('').replace(/[đð]/g, 'd')
  }
  function words(text) {
    return text.normalize('NFC').split(/[^\p{Alphabetic}\p{N}\p{M}]+/u).filter(Boolean)
  }

  function learn(word, file) {
    var files = vocabulary[word] || (vocabulary[word] = [])
    if (files.indexOf(file) < 0) files.push(file)
  }

  // What every file of the index calls: its number, its groups, and in the first one what there is besides.
  window.minhbach = function (file, groups, about) {
    if (about) {
      head = { tail: about[0], things: about[1][0], files: about[1][0] + about[1][1], all: !about[2] }
      var runs = about[2].split(' ')
      for (var i = 0; i + 1 < runs.length; i += 2)
        for (var j = 0; j < runs[i + 1].length; j += 2)
          for (var n = runs[i + 1].charCodeAt(j); n <= runs[i + 1].charCodeAt(j + 1); n++) learn(runs[i], n - 35)
    }
    groups.forEach(function (g) {
      for (var i = 0; i < g[3].length; i += 4) {
        var t = g[3].slice(i, i + 4)
        var typed = words(t[0].toLowerCase()), rest = words(g[1] + ' ' + t[2] + ' ' + t[3]).map(fold)
        var entry = { rank: g[0], label: g[1], href: g[2] + t[1] + '/', text: t, typed: typed, title: typed.map(fold), rest: rest, at: file * 1e4 + i }
        entries.push(entry)
        entry.title.concat(rest).forEach(function (word) { learn(word, file) })
      }
    })
  }

  function load(file) {
    var back = head ? head.files - 1 - file : 0
    return loads[file] || (loads[file] = new Promise(function (done, failed) {
      var script = document.createElement('script')
      script.src = (file && file >= head.things ? 'r' + back : file) + '.js'
      script.onload = done
      script.onerror = function () { delete loads[file]; failed() }
      document.head.appendChild(script)
    }))
  }

  // Whether one letter more, less, other or exchanged makes one word of the other.
  function near(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false
    for (var i = 0; i < a.length && a[i] === b[i];) i++
    var x = a.slice(i), y = b.slice(i)
    return x.slice(1) === y || x === y.slice(1) || x.slice(1) === y.slice(1) || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2))
  }

  // How badly a word fits: 0 as it is, 1 as its beginning, 3 by one slip; 9 not at all.
  function misfit(asked, word, shortest) {
    return word === asked ? 0 : word.indexOf(asked) === 0 ? 1 : asked.length >= shortest && near(asked, word) ? 3 : 9
  }

  function matching(asked, shortest) {
    return Object.keys(vocabulary).filter(function (word) { return misfit(asked, word, shortest) < 9 })
  }

  // The files in which every asked word stands.
  function filesOf(query, shortest) {
    var files
    query.forEach(function (asked) {
      var own = {}
      matching(asked, shortest).forEach(function (word) { vocabulary[word].forEach(function (file) { own[file] = 1 }) })
      files = (files || Object.keys(own)).filter(function (file) { return own[file] })
    })
    return files.map(Number).sort(function (a, b) { return a - b })
  }

  function find(query, typed, shortest) {
    var found = []
    entries.forEach(function (entry) {
      var cost = 0
      query.forEach(function (asked, i) {
        var best = 9
        entry.title.forEach(function (word, j) {
          var m = misfit(asked, word, shortest)
          best = Math.min(best, m || entry.typed[j] === typed[i] ? m : 0.5)
        })
        if (best > 2) entry.rest.forEach(function (word) { best = Math.min(best, misfit(asked, word, shortest) + 2) })
        cost += best > 5 ? 99 : best
      })
      if (cost > 90) return
      var title = ' ' + entry.title.join(' ') + ' ', phrase = ' ' + query.join(' ') + ' '
      found.push({ entry: entry, cost: cost - (title === phrase ? 2 : title.indexOf(phrase) >= 0 ? 1 : 0) })
    })
    return found.sort(function (a, b) { return a.cost - b.cost || a.entry.rank - b.entry.rank || a.entry.at - b.entry.at })
  }

  // The query as typed, then with a space less or a space more.
  function variants(query) {
    var all = [query]
    query.forEach(function (word, i) {
      if (i && vocabulary[query[i - 1] + word]) all.push(query.slice(0, i - 1).concat(query[i - 1] + word, query.slice(i + 1)))
      for (var k = 2; k < word.length - 1; k++)
        if (vocabulary[word.slice(0, k)] && vocabulary[word.slice(k)]) all.push(query.slice(0, i).concat(word.slice(0, k), word.slice(k), query.slice(i + 1)))
    })
    return all
  }

  function show(found, label) {
    list.textContent = ''
    found.slice(0, 30).forEach(function (one) {
      var entry = one.entry, item = document.createElement('li'), link = document.createElement('a')
      link.href = entry.href + head.tail
      link.textContent = entry.text[0]
      item.appendChild(link)
      function line(text) {
        if (!text) return
        var p = document.createElement('p')
        p.textContent = text
        item.appendChild(p)
      }
      line([entry.label, entry.text[2]].filter(Boolean).join(' · '))
      line(entry.text[3])
      list.appendChild(item)
    })
    status.textContent = found.length ? label + ': ' + found.length : label
  }

  // `most`: so many further files may be loaded for this query.
  async function search(most) {
    var mine = ++turn
    var typed = words(box.value.toLowerCase()), query = typed.map(fold)
    more.hidden = true
    if (query.join('').length < 2) { show([], ''); return }
    try {
      if (!head) status.textContent = say.waiting
      await load(0)
      if (head.all) for (var n = 1; n < head.files; n++) await load(n)
      var passes = [[query, 99, typed]]
      variants(query).forEach(function (v, i) { if (i) passes.push([v, 99, v]) })
      variants(query).forEach(function (v) { passes.push([v, 4, v]) })
      passes.push([query, 3, query])
      var found = [], waiting = []
      for (var p = 0; p < passes.length && !found.length; p++) {
        var pass = passes[p]
        waiting = filesOf(pass[0], pass[1]).filter(function (file) { return !loads[file] })
        found = find(pass[0], pass[2], pass[1])
        while (waiting.length && found.length < 20 && most > 0) {
          status.textContent = say.waiting
          await load(waiting.shift())
          most--
          if (mine !== turn) return
          found = find(pass[0], pass[2], pass[1])
        }
        if (waiting.length) break
      }
      if (mine !== turn) return
      show(found, found.length ? (p > 1 ? say.near : say.results) : waiting.length ? say.partly : say.none)
      more.hidden = !waiting.length
    } catch (error) {
      if (mine === turn) status.textContent = say.failed
    }
  }

  var timer
  box.addEventListener('focus', function () { load(0).catch(function () {}) })
  box.addEventListener('input', function () { clearTimeout(timer); timer = setTimeout(search, 200, 4) })
  more.addEventListener('click', function () { search(8) })
  form.addEventListener('submit', function (event) {
    event.preventDefault()
    try { history.replaceState(null, '', '?q=' + encodeURIComponent(box.value)) } catch (error) { /* not allowed in a folder */ }
    search(4)
  })
  var asked = /[?&]q=([^&#]*)/.exec(location.search)
  if (asked) {
    try { box.value = decodeURIComponent(asked[1].replace(/\+/g, ' ')) } catch (error) { /* no text */ }
    search(4)
  }
})()
