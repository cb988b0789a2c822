"""Import of an archive of posts: Markdown with front matter in ``en/`` and ``fr/``.

Two halves. Reading (``source``, ``front_matter``, ``markdown``, ``raw_html``, ``inline``, ``flow``, ``tables``,
``body``, ``post``, ``pairing``) turns files into posts with typed blocks and knows no database. Writing
(``links``, ``importing``, ``writing``) makes and updates pages. Whatever is not taken over as it stands becomes
an oddity with its file and line.
"""
