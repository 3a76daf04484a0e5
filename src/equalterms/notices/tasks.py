"""Work in the background: sending what is due, and erasing what was sent long ago."""

from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from equalterms.notices.delivery.claiming import due
from equalterms.notices.delivery.running import send_due
from equalterms.notices.models import Message, Notice
from equalterms.notices.vocabulary import KEPT_FOR, ON_THE_WAY


@task(priority=40)
def send_due_notices() -> dict[str, int]:
    """Send what is due. Run twice at once or again it sends nothing twice: each message is claimed."""
    return send_due()


def begin_sending() -> bool:
    """Queue a round of sending if something is due and none is queued. The worker asks at each look round."""
    now = timezone.now()
    if not (Notice.objects.waiting().filter(due_at__lte=now).exists() or Message.objects.filter(due(now)).exists()):
        return False
    going = [TaskResultStatus.READY, TaskResultStatus.RUNNING]
    if DBTaskResult.objects.filter(task_path=send_due_notices.module_path, status__in=going).exists():
        return False
    send_due_notices.enqueue()
    return True


@task(priority=-50)
def clear_old_notices() -> int:
    """Erase what was said longer ago than we keep it; return how many notices."""
    old = timezone.now() - KEPT_FOR
    gone, _by_model = Notice.objects.filter(queued_at__lt=old).exclude(message__state__in=ON_THE_WAY).delete()
    Message.objects.filter(made_at__lt=old, notices__isnull=True).delete()
    return gone
