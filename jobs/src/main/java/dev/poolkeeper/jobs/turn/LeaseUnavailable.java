package dev.poolkeeper.jobs.turn;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.readers.source.SourceFailure;

/** The Kubernetes Lease could not be asked for; nothing was run. */
public final class LeaseUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  LeaseUnavailable(String lease, HandFailure failure) {
    super(
        """
        The Kubernetes Lease %s cannot be taken: %s
        This run did nothing and changed nothing. Next: %s."""
            .formatted(lease, failure.getMessage(), next(failure)),
        failure);
    this.exitCode =
        failure.kind() == HandFailure.Kind.NOT_ALLOWED ? ExitCode.CONFIGURATION : ExitCode.FAILED;
  }

  static String next(HandFailure failure) {
    if (failure.getCause() instanceof SourceFailure source) {
      return source.next();
    }
    return failure.kind() == HandFailure.Kind.NOT_ALLOWED
        ? "grant get, create and update on leases of coordination.k8s.io (deploy/cronjobs/rights.yaml)"
        : "look at the API server and start again; without poolkeeper.lease none is asked for";
  }

  /** 4 when credentials or rights are missing, which the next try would miss too; else 6. */
  public int exitCode() {
    return exitCode;
  }
}
