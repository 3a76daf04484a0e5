"""How forms look: Django's own rendering with our templates."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Labels above, hint, then the message about a mistake, then the field."""

    form_template_name = "design/forms/form.html"
    field_template_name = "design/forms/field.html"
    formset_template_name = "design/forms/formset.html"
