package dev.poolkeeper.jobs.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Works on the pieces of a night's series side by side. Each piece reads all usage, and takes two
 * connections at a time, so there are two at the most.
 */
public final class Pieces {

  private static final int MOST = 2;

  private Pieces() {}

  /** How many there are on this machine. */
  public static int count() {
    return Math.min(MOST, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Does the work of every piece.
   *
   * @return what each came to, by piece
   */
  public static <T> List<T> work(int pieces, IntFunction<T> work) {
    ExecutorService executor = Executors.newFixedThreadPool(pieces);
    try {
      List<Callable<T>> tasks = new ArrayList<>();
      for (int piece = 0; piece < pieces; piece++) {
        int place = piece;
        tasks.add(() -> work.apply(place));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> task : executor.invokeAll(tasks)) {
        results.add(task.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while working on series", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException("a piece of the series could not be worked on", e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }
}
