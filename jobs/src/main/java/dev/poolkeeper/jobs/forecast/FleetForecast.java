package dev.poolkeeper.jobs.forecast;

import dev.poolkeeper.processors.growth.Examined;
import dev.poolkeeper.processors.growth.GrowthExaminer;
import dev.poolkeeper.processors.growth.calibration.Calibration;
import dev.poolkeeper.processors.growth.calibration.ScorePool;
import dev.poolkeeper.processors.growth.calibration.ScoreTable;
import dev.poolkeeper.processors.history.DailySeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Examines a fleet on several threads and pools what its forecasts were wrong by. The outcome does
 * not depend on the number of threads.
 *
 * @param examined one per series, in their order
 * @param calibration from the fleet's own errors and the shipped ones
 */
public record FleetForecast(List<Examined> examined, Calibration calibration) {

  public FleetForecast {
    examined = List.copyOf(examined);
  }

  /**
   * @param horizon days ahead, at least 1
   * @param threads at least 1
   */
  public static FleetForecast of(
      List<DailySeries> fleet, int horizon, ScoreTable shipped, int threads) {
    Examined[] examined = new Examined[fleet.size()];
    AtomicInteger next = new AtomicInteger();
    Callable<ScorePool> worker =
        () -> {
          ScorePool pool = new ScorePool();
          for (int i = next.getAndIncrement(); i < examined.length; i = next.getAndIncrement()) {
            examined[i] = GrowthExaminer.examine(fleet.get(i), horizon, pool);
          }
          return pool;
        };
    ScorePool pool = merged(worker, threads);
    return new FleetForecast(Arrays.asList(examined), Calibration.of(shipped, pool));
  }

  private static ScorePool merged(Callable<ScorePool> worker, int threads) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<ScorePool>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(worker);
      }
      ScorePool pool = new ScorePool();
      for (Future<ScorePool> part : executor.invokeAll(workers)) {
        pool.merge(part.get());
      }
      return pool;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while forecasting", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a series could not be examined", e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }
}
