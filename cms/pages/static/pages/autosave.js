/* What the editor saves by itself and what its author sends by hand, one after the other.
   A form sent while its own save is under way would lack what the answer brings: the address of a page just created,
   the ids of rows just added. The server knows whose the newest version is (cms.pages.editing), but would make a page
   or a row twice. So the button waits for the answer. */
(() => {
  const LONGEST = 15000; // ms; then the form is sent without the answer
  let saving = null; // the event that announced the save whose answer is awaited
  let send = null; // what waits for it

  function settle() {
    const waiting = send;
    saving = null;
    send = null;
    if (waiting) waiting();
  }

  document.addEventListener('w-autosave:save', (event) => { saving = event; });
  document.addEventListener('w-autosave:error', settle);
  document.addEventListener('w-autosave:success', (event) => {
    const { revision_id: id, revision_created_at: at } = event.detail.response;
    const set = (name, value) => event.target.querySelectorAll(`[name=${name}]`).forEach((field) => { field.value = value; });
    if (id) {
      set('loaded_revision_id', id);
      set('loaded_revision_created_at', at);
    }
    settle();
  });

  // On the way down, before Wagtail takes the form for sent.
  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    if (!saving || saving.target !== form) return;
    if (performance.now() - saving.timeStamp < Number(form.dataset.wAutosaveIntervalValue)) {
      saving.preventDefault(); // not sent yet: Wagtail waits for a pause in the typing, then looks at this
      saving = null;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (send) return;
    const timer = setTimeout(settle, LONGEST);
    send = () => {
      clearTimeout(timer);
      // The button shows progress and is disabled by now: it would not be sent.
      const disabled = submitter?.disabled;
      if (disabled) submitter.disabled = false;
      form.requestSubmit(submitter);
      if (disabled) submitter.disabled = true;
    };
  }, true);
})();
