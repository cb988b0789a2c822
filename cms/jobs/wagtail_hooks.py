"""The queue and the clock in the admin's settings menu."""

from wagtail import hooks

from cms.jobs.viewsets import ClockDutyViewSet, JobViewSet, LookOnlyViewSet


@hooks.register("register_admin_viewset")
def register_background_work() -> list[LookOnlyViewSet]:
    return [JobViewSet(), ClockDutyViewSet()]
