"""What the rooms of the admin share. It knows none of them."""

from wagtail import hooks

from cms.editing.common import assets, deletion, exports, slug, styleguide


def register() -> None:
    """Style and script of all forms, the field for addresses, and what holds for every deletion and every export."""
    slug.use_everywhere()
    exports.escape_formulas()
    hooks.register("insert_global_admin_css", assets.style)
    hooks.register("insert_editor_js", assets.script)
    hooks.register("before_delete_snippet", deletion.refuse_what_is_used)
    hooks.register("before_delete_page", deletion.refuse_a_front_page)
    hooks.register("before_bulk_action", deletion.refuse_front_pages)
    hooks.register("register_help_menu_item", styleguide.menu_item)
