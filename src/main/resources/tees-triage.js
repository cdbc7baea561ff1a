// Everything works without this file; it only spares people a page load, a wrong click, or a scare.
import { initAll } from './govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// Questions that are only asked under a certain answer to another.
const asked = () => {
  for (const block of document.querySelectorAll('[data-when]')) {
    const chosen = [...document.getElementsByName(block.dataset.when)].filter((input) => input.checked)
    block.hidden = !chosen.some((input) => input.value === block.dataset.is)
  }
}
document.addEventListener('change', asked)
asked()

// The drawing begins where the concern is, not where the path does.
const drawn = document.querySelector('.tt-drawn')
const here = drawn && drawn.querySelector('.tt-p-OVERDUE rect, .tt-p-OPEN rect')
if (here) {
  const [frame, box] = [drawn.getBoundingClientRect(), here.getBoundingClientRect()]
  drawn.scrollTo(box.left - frame.left - frame.width / 3, box.top - frame.top - frame.height / 3)
}

// Words for another form are copied whole; where that is not allowed they are at least selected.
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

// A queue that is open tells that there is news; it never moves what somebody is about to click.
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
      // Not reachable for a moment: the page as it is stays right until somebody loads another.
    }
  }, 30000)
}

// Whoever writes for a long time is warned before the session ends, and can stay. What is on the page is theirs to send either way.
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
      // Signed out, or not reachable: said below.
    }
    end.lastElementChild.hidden = false
  })
  wait()
}
