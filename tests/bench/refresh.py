"""The views and triggers of this source, in a copy of a database that another one may have seeded."""

import django


def main() -> None:
    django.setup()
    from django.db import connection

    from cms.store import schema

    schema.remove(connection)
    schema.install(connection)


if __name__ == "__main__":
    main()
