// Progressive enhancement: every page works without this file.
import { initAll } from './govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// Shows conditional questions only for the matching answer.
const asked = () => {
  for (const block of document.querySelectorAll('[data-when]')) {
    const chosen = [...document.getElementsByName(block.dataset.when)].filter((input) => input.checked)
    block.hidden = !chosen.some((input) => block.dataset.is.split(' ').includes(input.value))
  }
}
document.addEventListener('change', asked)
asked()

// Narrows a long list of choices. A chosen one stays visible.
for (const search of document.querySelectorAll('[data-search]')) {
  const items = [...document.getElementById(search.dataset.search).children]
  const [field] = search.getElementsByTagName('input')
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean)
    for (const item of items) {
      const text = item.textContent.toLowerCase()
      item.hidden = !item.querySelector('input').checked && !words.every((word) => text.includes(word))
    }
    search.lastElementChild.textContent = `${items.filter((item) => !item.hidden).length} of ${items.length} shown`
  })
  search.hidden = false
}

// Opens the empty rows of a list one by one.
for (const list of document.querySelectorAll('[data-rows]')) {
  const empty = [...list.children].filter((row) => row.tagName === 'FIELDSET' &&
    ![...row.querySelectorAll('input, textarea')].some((field) => field.type === 'radio' ? field.checked : field.value.trim()))
  const later = empty.slice(1)
  later.forEach((row) => { row.hidden = true })
  const more = document.createElement('button')
  more.type = 'button'
  more.className = 'govuk-button govuk-button--secondary'
  more.textContent = 'Add another'
  more.addEventListener('click', () => {
    const row = later.shift()
    row.hidden = false
    row.focus()
    more.hidden = later.length === 0
  })
  more.hidden = later.length === 0
  list.append(more)
}

// Scrolls the path diagram to the current step.
const drawn = document.querySelector('.tt-drawn')
const here = drawn && drawn.querySelector('.tt-p-OVERDUE rect, .tt-p-OPEN rect')
if (here) {
  const [frame, box] = [drawn.getBoundingClientRect(), here.getBoundingClientRect()]
  drawn.scrollTo(box.left - frame.left - frame.width / 3, box.top - frame.top - frame.height / 3)
}

// Copies a text for another form; selects it where the clipboard is not available.
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false
  button.addEventListener('click', async () => {
    const text = document.getElementById(button.dataset.copy)
    window.getSelection().selectAllChildren(text)
    try {
      await navigator.clipboard.writeText(text.textContent)
      button.textContent = 'Copied'
    } catch {
      button.textContent = 'Selected: now press Ctrl and C'
    }
  })
}

// Announces changes of the queue; never reorders the page, so that no click hits the wrong row.
const news = document.querySelector('.tt-news')
if (news) {
  const look = setInterval(async () => {
    try {
      const answer = await fetch(news.dataset.ask, { headers: { Accept: 'text/plain' }, redirect: 'error' })
      if (answer.ok && (await answer.text()) !== news.dataset.stamp) {
        clearInterval(look)
        const show = document.createElement('a')
        show.href = window.location.href
        show.className = 'govuk-link'
        show.textContent = 'Show what is new'
        news.append('The queue has changed. ', show)
      }
    } catch {
      // Service not reachable: keep the page and retry.
    }
  }, 30000)
}

// Warns before the session expires and lets the user extend it. The form can be sent in either case.
const end = document.querySelector('.tt-session')
if (end && document.querySelector('form[method=post] textarea, form[method=post] input:not([type=hidden])')) {
  const [stay] = end.getElementsByTagName('button')
  const wait = () => setTimeout(() => { end.hidden = false }, Number(end.dataset.warnAfter) * 1000)
  stay.addEventListener('click', async () => {
    try {
      if ((await fetch('/session/keep-alive', { redirect: 'manual' })).ok) {
        end.hidden = true
        wait()
        return
      }
    } catch {
      // Signed out, or not reachable: the message below says so.
    }
    end.lastElementChild.hidden = false
  })
  wait()
}
