from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "cms.publishing"
    label = "publishing"

    def ready(self) -> None:
        """Connect the gate to every way of writing."""
        from django.db.models.signals import (
            m2m_changed,
            post_delete,
            post_save,
            pre_delete,
            pre_save,
        )
        from wagtail.models import PageViewRestriction, Revision
        from wagtail.signals import post_page_move, pre_page_move

        from cms.jobs import scheduled
        from cms.publishing import guard, together, withdrawal

        scheduled.publish_within(together.both)
        for signal, receiver, sender in (
            (pre_save, guard.before_save, None),
            (post_save, guard.after_save, None),
            (pre_save, guard.before_schedule, Revision),
            (pre_delete, withdrawal.before_delete, None),
            (pre_page_move, withdrawal.before_move, None),
            (post_page_move, withdrawal.after_move, None),
            (post_save, withdrawal.after_restriction, PageViewRestriction),
            (post_delete, withdrawal.after_restriction_lifted, PageViewRestriction),
            (m2m_changed, withdrawal.after_restriction_groups, PageViewRestriction.groups.through),
        ):
            signal.connect(receiver, sender=sender, dispatch_uid=f"publishing.{receiver.__name__}")
