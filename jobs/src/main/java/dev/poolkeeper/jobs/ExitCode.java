package dev.poolkeeper.jobs;

/** What the process tells its caller; documented beside the CronJobs. */
public final class ExitCode {

  public static final int DONE = 0;

  /** Findings at or over {@code --fail-on}. */
  public static final int FINDINGS = 1;

  public static final int USAGE = 2;

  /** The run finished, but the inventory was incomplete and verdicts were withheld. */
  public static final int INCOMPLETE = 3;

  public static final int CONFIGURATION = 4;

  /**
   * The run finished and is stored, but somebody who was to be told was not. It goes before the
   * codes for findings and for an incomplete inventory: those are in the report.
   */
  public static final int NOT_DELIVERED = 5;

  public static final int FAILED = 6;

  private ExitCode() {}
}
