"""All that has to be so, in the order in which it is told. Whoever asks something more writes a row."""

from django.utils.translation import gettext_lazy as _

from cms.health import program, running, serving
from cms.health.condition import Condition

CONDITIONS = (
    Condition("database", _("Database"), serving.database_answers, vital=True),
    Condition("migrations", _("Version of the database"), serving.migrations, vital=True, id="vejviser.W030"),
    Condition("search", _("Search"), serving.search_answers, vital=True),
    Condition("outbox", _("Changes that wait for the search"), serving.outbox, vital=True, id="vejviser.W031"),
    Condition("static", _("Static files"), serving.static_files, vital=True, id="vejviser.W032"),
    Condition("indexes", _("Each index of the search"), serving.every_index),
    Condition("worker", _("Worker"), running.worker),
    Condition("duties", _("Publishing, deleting and tidying on time"), running.duties, id="vejviser.W033"),
    Condition(
        "hours",
        _("Opening hours that the search knows"),
        running.hours,
        id="vejviser.W034",
        figure=running.days_of_hours,
    ),
    Condition("tasks", _("Tasks"), running.tasks, id="vejviser.W035"),
    Condition("mails", _("Mails"), running.mails),
    Condition("backup", _("Backup"), running.backup, id="vejviser.W036"),
    Condition("folders", _("Room to write"), running.folders, id="vejviser.W037"),
    Condition("login", _("Known passwords"), running.known_login, id="vejviser.W038"),
    Condition("program", _("Version of the program"), program.known_faults, id="vejviser.W039"),
)


def problems(*, vital_only: bool = False) -> dict[str, str]:
    """What is wrong, by the name of each condition; an empty sentence for what is well. Without a database nothing else is asked."""
    found: dict[str, str] = {}
    for one in CONDITIONS:
        if one.vital or not vital_only:
            found[one.name] = one.problem()
            if one.name == "database" and found[one.name]:
                break
    return found
