package dev.poolkeeper.jobs.ledger;

/** Another run is at it. */
public final class AlreadyRunning extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private AlreadyRunning(String what) {
    super(
        """
        Another run %s. This run did nothing and changed nothing.
        Next: wait for it (poolkeeper runs), then start again."""
            .formatted(what));
  }

  /**
   * @param holder in brackets, as far as it is known
   */
  static AlreadyRunning onLedger(String holder) {
    return new AlreadyRunning("is using this ledger" + holder);
  }

  /**
   * @param since as its holder says
   */
  public static AlreadyRunning onLease(String lease, String holder, String since) {
    return new AlreadyRunning(
        "holds the Kubernetes Lease %s (%s, since %s)".formatted(lease, holder, since));
  }
}
