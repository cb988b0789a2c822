"""The editor's form of an event."""

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm


class EventForm(WagtailAdminPageForm):
    """Checks the clock times of the slots against the zone that comes with them, and says so at the slot."""

    def is_valid(self) -> bool:
        """Whether the form and all its slots hold."""
        self.instance.slots_come_with_form = True
        valid: bool = super().is_valid()
        self.instance.slots_come_with_form = False
        zone = self.cleaned_data.get("time_zone") if hasattr(self, "cleaned_data") else None
        if not zone:
            return valid
        for form in self.formsets["time_slots"].forms:
            if not form.is_valid() or not form.cleaned_data or form.cleaned_data.get("DELETE"):
                continue
            try:
                form.instance.check_clock(zone)
            except ValidationError as error:
                form.add_error(None, error)
                valid = False
        return valid
