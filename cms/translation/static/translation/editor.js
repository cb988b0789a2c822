/* The translation editor. Without script everything works on plain fields; this makes markup visible. */
(() => {
  const words = document.currentScript.dataset;
  const ALLOWED = new Set(['A', 'B', 'STRONG', 'I', 'EM', 'CODE', 'BR', 'SUP', 'SUB', 'ABBR']);

  // HTML of inline tags alone; of attributes only the id that stands for a link of the original.
  function clean(node) {
    let html = '';
    node.childNodes.forEach((child) => {
      if (child.nodeType === Node.TEXT_NODE) {
        const span = document.createElement('span');
        span.textContent = child.textContent;
        html += span.innerHTML;
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        const tag = child.tagName;
        if (tag === 'BR') html += '<br/>';
        else if (tag === 'A') html += child.id ? `<a id="${child.id.replace(/[^\w-]/g, '')}">${clean(child)}</a>` : clean(child);
        else if (ALLOWED.has(tag)) html += `<${tag.toLowerCase()}>${clean(child)}</${tag.toLowerCase()}>`;
        else html += clean(child);
      }
    });
    return html;
  }

  function parsed(html) {
    return new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html').body;
  }

  function fill(area, html) {
    area.value = html;
    area.dispatchEvent(new Event('input', { bubbles: true }));
    if (area.richField) {
      area.richField.innerHTML = clean(parsed(html));
      number(area.richField);
    }
  }

  function number(field) {
    field.querySelectorAll('a[id]').forEach((link) => { link.dataset.number = link.id.replace(/\D/g, ''); });
  }

  function wrap(field, tag, id) {
    const selection = window.getSelection();
    if (!selection.rangeCount || !field.contains(selection.anchorNode) || selection.isCollapsed) return;
    const element = document.createElement(tag);
    if (id) element.id = id;
    const range = selection.getRangeAt(0);
    element.append(range.extractContents());
    range.insertNode(element);
    number(field);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function tool(bar, label, action) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button-small button-secondary';
    button.textContent = label;
    // Keep the selection in the field.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', action);
    bar.prepend(button);
  }

  function enrich(area) {
    if (area.readOnly) return;
    const segment = area.closest('[data-segment]');
    const field = document.createElement('div');
    field.className = 'segment__rich';
    field.contentEditable = 'true';
    field.setAttribute('role', 'textbox');
    field.setAttribute('aria-multiline', 'true');
    field.lang = area.lang;
    field.spellcheck = true;
    const label = segment.querySelector(`label[for="${area.id}"]`);
    label.id = `label-${area.id}`;
    field.setAttribute('aria-labelledby', label.id);
    label.addEventListener('click', () => field.focus());
    field.innerHTML = clean(parsed(area.value));
    number(field);
    area.richField = field;
    area.hidden = true;
    area.after(field);
    field.addEventListener('input', () => {
      const html = clean(field).replace(/(<br\/>)+$/, '').trim();
      if (html !== area.value) {
        area.value = html;
        area.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        document.execCommand('insertLineBreak');
      }
    });
    field.addEventListener('paste', (event) => {
      event.preventDefault();
      document.execCommand('insertText', false, event.clipboardData.getData('text/plain').replace(/\s*\n\s*/g, ' '));
    });
    const bar = segment.querySelector('.segment__tools');
    const links = [...parsed(segment.querySelector('[data-source]').dataset.source).querySelectorAll('a[id]')];
    links.reverse().forEach((link) => tool(bar, `${words.link} ${link.id.replace(/\D/g, '')}`, () => wrap(field, 'a', link.id)));
    tool(bar, words.italic, () => wrap(field, 'i'));
    tool(bar, words.bold, () => wrap(field, 'b'));
  }

  function focusOn(segment) {
    const area = segment.querySelector('textarea');
    (area.richField || area).focus();
    segment.scrollIntoView({ block: 'center' });
  }

  document.addEventListener('DOMContentLoaded', () => {
    const form = document.getElementById('w-editor-form');
    const list = document.querySelector('[data-segments]');
    if (!form || !list) return;
    list.querySelectorAll('textarea[data-rich]').forEach(enrich);
    list.addEventListener('click', (event) => {
      const copy = event.target.closest('[data-copy]');
      const other = event.target.closest('[data-fill]');
      if (!copy && !other) return;
      const segment = event.target.closest('[data-segment]');
      const area = segment.querySelector('textarea');
      fill(area, copy ? segment.querySelector('[data-source]').dataset.source : other.dataset.fill);
      (area.richField || area).focus();
    });
    document.querySelector('[data-only-missing]').addEventListener('change', (event) => {
      list.classList.toggle('segments--only-missing', event.target.checked);
    });
    // Ctrl or Cmd with Enter: on to the next segment without a translation.
    list.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      const all = [...list.querySelectorAll('[data-segment]')];
      const here = all.indexOf(event.target.closest('[data-segment]'));
      const next = [...all.slice(here + 1), ...all.slice(0, here)].find((one) => !one.querySelector('textarea').value.trim());
      if (next) focusOn(next);
    });
    if (window.location.hash.startsWith('#segment-')) {
      const segment = document.querySelector(window.location.hash);
      if (segment) focusOn(segment);
    }
  });
})();
