"""The application form as it is shown and checked: fields that fill an attribute offer the attribute's values."""

from injects.inject import FormOption
from scenarios.calls.asked import ApplicationField
from scenarios.calls.call import Call


def form_of(call: Call) -> tuple[ApplicationField, ...]:
    """Give the fields with all their options, and as required what an application cannot do without."""
    return tuple(_completed(call, field) for field in call.form)


def _completed(call: Call, field: ApplicationField) -> ApplicationField:
    attribute = call.attributes.get(field.attribute or "")
    if attribute is None:
        return field
    options = tuple(FormOption(id=value, label=label) for value, label in attribute.values.items())
    return field.model_copy(update={"options": options, "required": True})
