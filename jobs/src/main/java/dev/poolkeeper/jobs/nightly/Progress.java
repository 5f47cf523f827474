package dev.poolkeeper.jobs.nightly;

import java.io.PrintStream;
import java.util.Locale;

/** A line per step for a person who waits; always on stderr, and only on a terminal. */
public final class Progress {

  private final PrintStream out;
  private final boolean terminal;

  public Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Something that takes a while and is not a step. */
  public void say(String line) {
    if (terminal) {
      out.println("  " + line);
    }
  }

  void started(String step) {
    if (terminal) {
      out.printf(Locale.ROOT, "  %-10s …\r", step);
      out.flush();
    }
  }

  void finished(String step, boolean well, long millis) {
    if (terminal) {
      out.printf(Locale.ROOT, "  %-10s %s %6.1f s%n", step, well ? "✓" : "✗", millis / 1000.0);
    }
  }
}
