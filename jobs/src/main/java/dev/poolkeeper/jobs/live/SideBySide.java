package dev.poolkeeper.jobs.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same with every source, all at once, and gives the results in the sources' order. */
final class SideBySide {

  private SideBySide() {}

  static <T> List<T> each(List<String> sources, Function<String, T> work) {
    if (sources.isEmpty()) {
      return List.of();
    }
    ExecutorService threads = Executors.newFixedThreadPool(sources.size());
    try {
      List<Future<T>> running =
          sources.stream().map(source -> threads.submit(() -> work.apply(source))).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sources were asked", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
