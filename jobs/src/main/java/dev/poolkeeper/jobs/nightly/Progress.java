package dev.poolkeeper.jobs.nightly;

import io.micrometer.observation.ObservationRegistry;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A line per step for a person who waits; always on stderr, and only on a terminal. */
public final class Progress {

  /** Who else is to know of every step. */
  public interface Watch {

    /** A watch that does nothing. */
    Watch NOBODY =
        new Watch() {
          @Override
          public void started(String step) {}

          @Override
          public void finished(String step, boolean well) {}

          @Override
          public <T> T asking(
              String whom, String what, Supplier<T> work, Function<T, Optional<String>> failure) {
            return work.get();
          }
        };

    void started(String step);

    void finished(String step, boolean well);

    /**
     * Somebody else is asked for something, or something is done there.
     *
     * @param failure of which kind an answer is a failure, if it is one; never what others say
     */
    <T> T asking(String whom, String what, Supplier<T> work, Function<T, Optional<String>> failure);

    /** Who is told of every single call to other systems. */
    default ObservationRegistry observations() {
      return ObservationRegistry.NOOP;
    }
  }

  private final PrintStream out;
  private final boolean terminal;
  private final Watch watch;

  public Progress(PrintStream out, boolean terminal) {
    this(out, terminal, Watch.NOBODY);
  }

  private Progress(PrintStream out, boolean terminal, Watch watch) {
    this.out = out;
    this.terminal = terminal;
    this.watch = watch;
  }

  /** The same, and another who knows of every step. */
  public Progress watchedBy(Watch other) {
    return new Progress(out, terminal, other);
  }

  public Watch watch() {
    return watch;
  }

  /** Something that takes a while and is not a step. */
  public void say(String line) {
    if (terminal) {
      out.println("  " + line);
    }
  }

  void started(String step) {
    watch.started(step);
    if (terminal) {
      out.printf(Locale.ROOT, "  %-10s …\r", step);
      out.flush();
    }
  }

  void finished(String step, boolean well, long millis) {
    watch.finished(step, well);
    if (terminal) {
      out.printf(Locale.ROOT, "  %-10s %s %6.1f s%n", step, well ? "✓" : "✗", millis / 1000.0);
    }
  }
}
