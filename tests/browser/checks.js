// What axe does not see: boxes, overflow, clipped text, focus, links inside the page, ids, pasting.
// Each check returns a list of { rule, element, words }.
(() => {
  const FEWEST_TARGET = 24
  const FEWEST_ACTION = 44
  const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`
  const HALF_A_PIXEL = 0.5

  const name = element => {
    if (!element || element === document) return 'document'
    const id = element.id ? `#${element.id}` : ''
    const classes = [...element.classList].slice(0, 2).map(word => `.${word}`).join('')
    const words = (element.innerText || element.value || element.getAttribute('aria-label') || '').trim().replace(/\s+/g, ' ')
    return `${element.localName}${id}${classes}${words ? ` “${words.slice(0, 50)}”` : ''}`
  }
  const finding = (rule, element, words) => ({ rule, element: typeof element === 'string' ? element : name(element), words })
  const shown = element => element.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true }) && element.getClientRects().length > 0
  const hiddenVisually = element => {
    const box = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    return (box.width <= 1 && box.height <= 1) || style.clipPath === 'inset(50%)' || style.clip === 'rect(0px, 0px, 0px, 0px)'
  }

  function overflow () {
    const page = document.scrollingElement
    if (page.scrollWidth <= page.clientWidth + 1) return []
    const wide = [...document.body.querySelectorAll('*')].filter(e => shown(e) && e.getBoundingClientRect().right > page.clientWidth + 1)
    const innermost = wide.filter(e => ![...e.children].some(child => wide.includes(child))).slice(0, 3)
    return [finding('sideways-scroll', innermost.map(name).join('; ') || 'page', `${page.scrollWidth} px in a window of ${page.clientWidth} px`)]
  }

  const TARGETS = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [role=tab], [tabindex="0"]'

  function boxOf (element) {
    const boxes = [element.getBoundingClientRect()]
    if (/^(checkbox|radio)$/.test(element.type)) for (const label of element.labels || []) boxes.push(label.getBoundingClientRect())
    return { width: Math.max(...boxes.map(b => b.width)), height: Math.max(...boxes.map(b => b.height)) }
  }

  // WCAG 2.5.8 leaves out a link within a sentence: its height is bound to the line.
  function inSentence (element) {
    if (element.localName !== 'a' || getComputedStyle(element).display !== 'inline') return false
    const around = element.closest('p, li, dd, dt, td, th, figcaption, legend, label, h1, h2, h3, h4, div, span:not(a span)')
    if (!around) return false
    const words = around.textContent.replace(/\s+/g, ' ').trim()
    return words.length > element.textContent.replace(/\s+/g, ' ').trim().length
  }

  function targets () {
    const found = []
    for (const element of document.querySelectorAll(TARGETS)) {
      if (!shown(element) || hiddenVisually(element) || element.disabled) continue
      const { width, height } = boxOf(element)
      const size = `${Math.round(width * 10) / 10} x ${Math.round(height * 10) / 10} px`
      const action = element.matches('button[type=submit], button:not([type]), input[type=submit], [role=button], [class*=button]:is(a, button)')
      if (action && (width < FEWEST_ACTION - HALF_A_PIXEL || height < FEWEST_ACTION - HALF_A_PIXEL)) found.push(finding('action-under-44px', element, size))
      else if ((width < FEWEST_TARGET - HALF_A_PIXEL || height < FEWEST_TARGET - HALF_A_PIXEL) && !inSentence(element)) found.push(finding('target-under-24px', element, size))
    }
    return found
  }

  function clipped () {
    const found = []
    for (const element of document.body.querySelectorAll('*')) {
      const style = getComputedStyle(element)
      if (!/hidden|clip/.test(style.overflowX + style.overflowY) || !shown(element) || hiddenVisually(element)) continue
      if (!element.innerText || !element.innerText.trim()) continue
      const across = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1
      const down = /hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1
      if (element.clientWidth && (across || down)) found.push(finding('text-clipped', element, `${element.scrollWidth} x ${element.scrollHeight} px in ${element.clientWidth} x ${element.clientHeight} px`))
    }
    return found
  }

  function spacing () {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(SPACING)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    const found = [...clipped(), ...overflow()].map(one => ({ ...one, rule: `${one.rule}-with-text-spacing` }))
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== sheet)
    return found
  }

  const LOOK = ['outlineStyle', 'outlineWidth', 'outlineColor', 'boxShadow', 'backgroundColor', 'color', 'borderTopColor', 'borderTopWidth', 'borderBottomColor', 'borderBottomWidth', 'textDecorationLine', 'textDecorationThickness']
  const lookOf = element => {
    const around = [element, ...(element.labels || []), element.parentElement].filter(Boolean)
    return around.map(one => ['', '::before', '::after'].map(part => { const s = getComputedStyle(one, part || null); return LOOK.map(key => s[key]).join('|') }).join('||')).join('|||')
  }

  function coveredBy (element) {
    const whole = element.getClientRects()[0]
    if (!whole) return null
    // Of a tall field the browser shows the part with the cursor.
    const box = { left: Math.max(0, whole.left), top: Math.max(0, whole.top) }
    box.width = Math.min(innerWidth, whole.right) - box.left
    box.height = Math.min(innerHeight, whole.bottom) - box.top
    if (box.width < 4 || box.height < 4) return 'lies outside the window'
    const spots = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]]
    const labels = [...(element.labels || [])]
    let free = 0
    let cover = null
    for (const [x, y] of spots) {
      const left = box.left + box.width * x
      const top = box.top + box.height * y
      const hit = document.elementFromPoint(left, top)
      if (!hit || hit === element || element.contains(hit) || hit.contains(element) || labels.some(label => label.contains(hit))) free++
      else cover = hit
    }
    return free ? null : `is covered by ${name(cover)}`
  }

  // Call after one real Tab key, so that the browser shows focus as it does for the keyboard.
  async function focus () {
    const found = []
    const stops = [...document.querySelectorAll(TARGETS)].filter(e => shown(e) && !e.disabled && e.tabIndex >= 0)
    const seenRadios = new Set()
    for (const element of stops) {
      if (element.type === 'radio') { const group = `${element.form && element.form.id}${element.name}`; if (seenRadios.has(group)) continue; seenRadios.add(group) }
      if (document.activeElement && document.activeElement !== document.body) document.activeElement.blur()
      const before = lookOf(element)
      element.focus()
      if (document.activeElement !== element) continue
      if (lookOf(element) === before) found.push(finding('focus-not-visible', element, 'looks the same with focus'))
      let cover = coveredBy(element)
      for (let wait = 0; cover && wait < 3; wait++) { // the browser may scroll in the next frame only
        await new Promise(done => requestAnimationFrame(done))
        cover = coveredBy(element)
      }
      if (cover) found.push(finding('focus-covered', element, cover))
    }
    if (document.activeElement) document.activeElement.blur()
    scrollTo(0, 0)
    return found
  }

  function links () {
    const found = []
    for (const link of document.querySelectorAll('a[href*="#"]')) {
      const where = new URL(link.href, location.href)
      if (where.origin !== location.origin || where.pathname !== location.pathname || where.search !== location.search || !where.hash) continue
      const id = decodeURIComponent(where.hash.slice(1))
      if (id !== 'top' && !document.getElementById(id)) found.push(finding('link-to-nowhere', link, `#${id}`))
    }
    for (const attribute of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'headers', 'form', 'list']) {
      for (const element of document.querySelectorAll(`[${attribute}]`)) {
        for (const id of element.getAttribute(attribute).split(/\s+/)) if (id && !document.getElementById(id)) found.push(finding('names-a-missing-id', element, `${attribute}="${id}"`))
      }
    }
    return found
  }

  function ids () {
    const seen = new Map()
    for (const element of document.querySelectorAll('[id]')) seen.set(element.id, (seen.get(element.id) || 0) + 1)
    return [...seen].filter(([, times]) => times > 1).map(([id, times]) => finding('id-not-unique', `#${id}`, `${times} times`))
  }

  function page () {
    const found = []
    const headings = document.querySelectorAll('h1')
    if (headings.length !== 1) found.push(finding('one-first-heading', 'page', `${headings.length} h1`))
    if (!document.documentElement.lang) found.push(finding('language', 'page', 'no lang'))
    if (!document.title.trim()) found.push(finding('title', 'page', 'no title'))
    for (const picture of document.images) if (/\.(png|jpe?g|webp|svg|gif)$/i.test(picture.alt)) found.push(finding('file-name-as-words', picture, picture.alt))
    for (const element of document.querySelectorAll('[accesskey]')) found.push(finding('access-key', element, 'access keys clash with assistive technology'))
    for (const element of document.querySelectorAll('[tabindex]')) if (element.tabIndex > 0) found.push(finding('tab-order-forced', element, `tabindex ${element.tabIndex}`))
    for (const field of document.querySelectorAll('input:not([type=hidden]):not([type=file]), textarea')) {
      const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: new DataTransfer() })
      if (!field.dispatchEvent(paste)) found.push(finding('paste-blocked', field, 'pasting is stopped'))
    }
    return found
  }

  function weight () {
    const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    return { bytes: entries.reduce((sum, one) => sum + one.encodedBodySize, 0), requests: entries.length }
  }

  const layout = () => [...overflow(), ...targets(), ...clipped(), ...spacing()]
  const document_ = () => [...links(), ...ids(), ...page()]
  return { layout, document: document_, focus, weight, overflow, targets, spacing }
})()
