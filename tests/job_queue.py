"""The queue in the hands of a test."""

from cms.jobs import execution, queue
from cms.jobs.backend import limits
from cms.jobs.models import Job, JobQuerySet


class JobQueue:
    """Runs what is due in this very process and transaction, as a worker would."""

    worker = "test"

    @property
    def jobs(self) -> JobQuerySet:
        return Job.objects.order_by("id")

    def run_one(self) -> Job | None:
        """Take and run the next due job; the job as it stands afterwards, None when nothing is due."""
        job = queue.claim(self.worker, limits())
        if job is None:
            return None
        execution.execute(job, limits())
        job.refresh_from_db()
        return job

    def run(self, at_most: int = 1000) -> int:
        """Run due jobs until none is left; returns how many."""
        done = 0
        while done < at_most and self.run_one():
            done += 1
        return done
