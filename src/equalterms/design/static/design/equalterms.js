// Enhancement only: every page works without it. It looks after words that somebody is writing, so that a lost
// connection loses none. Signed in, they stay on the device until sent or signed out; otherwise until the tab closes.
const person = document.body.dataset.person || ''
const PREFIX = 'words:'
const DAYS_KEPT = 7
const SAVE_AFTER = 400 // milliseconds without a key pressed
const SEND_AFTER = 3000

// Storage may be full or forbidden; then there is simply no safety net.
const quietly = work => { try { return work() } catch { return null } }
const store = quietly(() => (person ? localStorage : sessionStorage))
const keyOf = path => `${PREFIX}${person}:${path}`
const read = key => quietly(() => JSON.parse(store.getItem(key)))
const write = (key, value) => quietly(() => store.setItem(key, JSON.stringify(value)))
const drop = key => quietly(() => store.removeItem(key))

const kept = control =>
  control.name && control.name !== 'csrfmiddlewaretoken' && !control.disabled &&
  !['hidden', 'password', 'file', 'submit', 'button'].includes(control.type) && control.autocomplete !== 'one-time-code'

const isTick = control => control.type === 'radio' || control.type === 'checkbox'

function wordsIn (form) {
  return [...form.elements].filter(kept).map(control =>
    isTick(control) ? [control.name, control.value, control.checked] : [control.name, control.value])
}

function putBack (form, words) {
  for (const [name, value, ticked] of words) {
    for (const control of [...form.elements].filter(c => kept(c) && c.name === name)) {
      if (!isTick(control)) control.value = value
      else if (control.value === value) control.checked = ticked
    }
  }
}

const differs = (form, words) => JSON.stringify(wordsIn(form)) !== JSON.stringify(words)

function offer (form, key, draft) {
  const template = document.getElementById('restore-offer')
  if (!template) return
  const box = template.content.firstElementChild.cloneNode(true)
  box.querySelector('[data-put-back]').addEventListener('click', () => {
    putBack(form, draft.words)
    box.remove()
    form.querySelector('input:not([type=hidden]), textarea, select')?.focus()
  })
  box.querySelector('[data-throw-away]').addEventListener('click', () => {
    drop(key)
    box.remove()
    document.getElementById('main')?.focus()
  })
  form.before(box)
}

function sendToServer (form) {
  const data = new FormData(form)
  for (const control of form.querySelectorAll('input[type=file], input[type=password]')) data.delete(control.name)
  data.set('kept_path', location.pathname)
  fetch(form.dataset.keepUrl, { method: 'POST', body: data, credentials: 'same-origin' }).catch(() => {})
}

function lookAfter (form) {
  const key = keyOf(location.pathname)
  const draft = read(key)
  if (draft && differs(form, draft.words) && !document.querySelector('.govuk-error-summary')) offer(form, key, draft)
  let saving, sending
  form.addEventListener('input', () => {
    clearTimeout(saving)
    saving = setTimeout(() => write(key, { at: Date.now(), words: wordsIn(form) }), SAVE_AFTER)
    if (!form.dataset.keepUrl) return
    clearTimeout(sending)
    sending = setTimeout(() => sendToServer(form), SEND_AFTER)
  })
  form.addEventListener('submit', () => {
    clearTimeout(saving)
    clearTimeout(sending)
    write(key, { at: Date.now(), words: wordsIn(form) })
    quietly(() => sessionStorage.setItem('sent', key))
  })
}

// A page that comes after sending, and is neither a list of mistakes nor an error page, says that the words arrived.
function clearWhatArrived () {
  const key = quietly(() => sessionStorage.getItem('sent'))
  quietly(() => sessionStorage.removeItem('sent'))
  if (!key || document.body.dataset.errorPage !== undefined || document.querySelector('.govuk-error-summary')) return
  if (key.startsWith(`${PREFIX}${person}:`)) drop(key)
}

function clearOld () {
  if (!store) return
  const oldest = Date.now() - DAYS_KEPT * 86400000
  for (const key of Object.keys(store).filter(k => k.startsWith(PREFIX))) if (!(read(key)?.at > oldest)) drop(key)
}

clearWhatArrived()
clearOld()
for (const form of document.querySelectorAll('form[data-survives]:not([data-private-no-store])')) lookAfter(form)
for (const form of document.querySelectorAll('form[data-sign-out]')) {
  form.addEventListener('submit', () => {
    if (store) for (const key of Object.keys(store).filter(k => k.startsWith(`${PREFIX}${person}:`))) drop(key)
  })
}
document.querySelector('.govuk-error-summary[autofocus]')?.focus()
