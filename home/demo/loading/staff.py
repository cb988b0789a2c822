"""The accounts of the demo, the groups that they work in and what each group may do."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page
from wagtail.users.models import UserProfile

from cms.users.models import User
from home.demo.accounts import ACCOUNTS
from home.demo.loading.calendar import HOUSE_ZONE

ADMIN = ("wagtailadmin.access_admin",)
WRITING = ("add_page", "change_page", "publish_page")
LEADING = (*WRITING, "bulk_delete_page", "lock_page", "unlock_page")
# Pictures and documents: rights of Wagtail's own models, given for a collection.
MEDIA = tuple(
    f"{app}.{action}_{model}"
    for app, model in (("wagtailimages", "image"), ("wagtaildocs", "document"))
    for action in ("add", "change", "choose")
)
SNIPPETS = (
    *(("vocabulary", model) for model in ("topic", "person", "place")),
    *(("media_library", model) for model in ("video", "videotext")),
)
SUBMIT = "wagtail_localize.submit_translation"


def load_staff(homes: dict[str, Page]) -> dict[str, User]:
    """Make the accounts that are missing, each in its group, and give them by user name."""
    both = list(homes.values())
    groups = {
        "editor-en": _group("English editors", [homes["en"]], WRITING, _snippets(delete=False)),
        "editor-fr": _group("French editors", [homes["fr"]], WRITING, _snippets(delete=False)),
        "translator": _group("Translators", both, WRITING, [*_snippets(delete=False), SUBMIT]),
        "chief": _group("Chief editors", both, LEADING, [*_snippets(delete=True), SUBMIT]),
    }
    staff = {}
    for account in ACCOUNTS:
        first, _, last = account.name.partition(" ")
        user, created = User.objects.get_or_create(
            username=account.username, defaults={"first_name": first, "last_name": last}
        )
        if created:
            user.set_password(account.password)
            user.save()
            user.groups.add(groups[account.username])
            profile = UserProfile.get_for_user(user)
            profile.preferred_language = account.language
            profile.current_time_zone = HOUSE_ZONE
            profile.save()
        staff[account.username] = user
    return staff


def _snippets(*, delete: bool) -> list[str]:
    actions = ["add", "change", "publish", *(["delete"] if delete else [])]
    return [f"{app}.{action}_{model}" for app, model in SNIPPETS for action in actions]


def _group(name: str, pages: Iterable[Page], page_rights: Iterable[str], rights: Iterable[str]) -> Group:
    """The group ``name``. One that exists keeps the rights that people have given it."""
    group, created = Group.objects.get_or_create(name=name)
    if created:
        group.permissions.set(_permissions([*ADMIN, *rights]))
        for page in pages:
            for codename in page_rights:
                GroupPagePermission.objects.create(
                    group=group, page=page, permission=_permission("wagtailcore", codename)
                )
        root = Collection.get_first_root_node()
        for permission in _permissions(MEDIA):
            GroupCollectionPermission.objects.create(group=group, collection=root, permission=permission)
    return group


def _permissions(names: Iterable[str]) -> list[Permission]:
    """Those that exist: a model without drafts has no right to publish it."""
    found: list[Permission] = []
    for name in names:
        app, codename = name.split(".")
        found += Permission.objects.filter(content_type__app_label=app, codename=codename)
    return found


def _permission(app: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)
