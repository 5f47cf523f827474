package dev.poolkeeper.processors.runway;

import static java.util.Locale.ROOT;

import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.runway.PlannedChange.What;
import dev.poolkeeper.processors.runway.Scenario.NotComputed;
import dev.poolkeeper.processors.runway.Scenario.Reached;
import dev.poolkeeper.processors.runway.Scenario.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Says when pools would be full if something were different.
 *
 * <p>Each scenario bends the stored forecast; nothing is forecast anew. What is planned moves the
 * expected path and both ends of its band alike, or the room, from its day on; what grows meanwhile
 * stays as it is. Growth times a factor leads the path and its band that many times as far away
 * from today's value: twice the growth is twice as uncertain. How likely a scenario is, nobody
 * says.
 */
public final class ScenarioFinder {

  /** What the pool does if nothing is different. */
  public static final String AS_FORECAST = "as forecast";

  public static final String AS_PLANNED = "as planned";
  public static final String APPROVED_PROPOSALS = "approved proposals";
  public static final String ALL_PROPOSALS = "all proposals";

  private final int leadDays;
  private final List<PlannedChange> planned;
  private final List<Double> factors;
  private final Map<Subject, ProposedSpace> proposed;

  /**
   * @param planned for any pools
   * @param factors of growth, each over 0
   * @param proposed by pool, of those on which anything is proposed
   */
  public ScenarioFinder(
      int leadDays,
      List<PlannedChange> planned,
      Collection<Double> factors,
      Map<Subject, ProposedSpace> proposed) {
    this.proposed = Map.copyOf(proposed);
    this.leadDays = leadDays;
    this.planned = List.copyOf(planned);
    this.factors = factors.stream().distinct().sorted().toList();
  }

  /**
   * The scenarios of a pool, in the order in which they are read.
   *
   * @param outlook the forecast of its {@code used}; empty when none is stored
   */
  public List<Scenario> of(Subject pool, Optional<SeriesOutlook> outlook) {
    List<Scenario> scenarios = new ArrayList<>();
    scenarios.add(
        new Scenario(
            pool, AS_FORECAST, "nothing is different", bent(outlook, path -> path, day -> 0)));
    scenarios.add(asPlanned(pool, outlook));
    for (double factor : factors) {
      scenarios.add(
          new Scenario(
              pool,
              "growth × " + number(factor),
              "it grows %s times as fast, and that is %s times as uncertain"
                  .formatted(number(factor), number(factor)),
              bent(outlook, path -> path.times(factor), day -> 0)));
    }
    scenarios.add(
        new Scenario(
            pool,
            APPROVED_PROPOSALS,
            "what is approved or in quarantine is destroyed",
            freed(outlook, space(pool).approved(), space(pool).approvedBytes(), "approved")));
    scenarios.add(
        new Scenario(
            pool,
            ALL_PROPOSALS,
            "all that is proposed, and that nothing is in the way of, is destroyed",
            freed(outlook, space(pool).open(), space(pool).openBytes(), "open")));
    return scenarios;
  }

  private ProposedSpace space(Subject pool) {
    return proposed.getOrDefault(pool, ProposedSpace.NONE);
  }

  /** The same path lower by what is freed, from the first day on. */
  private Result freed(Optional<SeriesOutlook> outlook, long proposals, long bytes, String which) {
    return proposals == 0
        ? new NotComputed("no cleanup proposal on this pool is " + which)
        : bent(outlook, path -> path.plus(day -> -bytes), day -> 0);
  }

  /**
   * What is planned for pools that are not there: said, because it is perhaps a slip of the pen.
   */
  public List<Scenario> strangers(Collection<Subject> pools) {
    Set<Subject> strangers = new TreeSet<>();
    planned.stream().map(PlannedChange::pool).forEach(strangers::add);
    strangers.removeAll(List.copyOf(pools));
    return strangers.stream()
        .map(
            pool ->
                new Scenario(
                    pool,
                    AS_PLANNED,
                    "what capacity.planned says",
                    new NotComputed(
                        "there is no such pool on this night; pools are named as nas1/pools/tank")))
        .toList();
  }

  private Scenario asPlanned(Subject pool, Optional<SeriesOutlook> outlook) {
    List<PlannedChange> ofPool =
        planned.stream().filter(change -> change.pool().equals(pool)).toList();
    if (ofPool.isEmpty()) {
      return new Scenario(
          pool,
          AS_PLANNED,
          "nothing is planned for it in capacity.planned",
          new NotComputed("nothing is planned for this pool"));
    }
    if (outlook.isEmpty()) {
      return new Scenario(pool, AS_PLANNED, "what capacity.planned says", notForecast(outlook));
    }
    PlannedPath plan = new PlannedPath(outlook.get().night(), ofPool);
    return new Scenario(
        pool,
        AS_PLANNED,
        plan.words(),
        plan.isEmpty()
            ? new NotComputed("all that is planned for this pool was due by this night")
            : bent(
                outlook,
                path -> path.plus(day -> plan.by(What.USAGE, day)),
                day -> plan.by(What.CAPACITY, day)));
  }

  private Result bent(
      Optional<SeriesOutlook> outlook, UnaryOperator<BandPath> bend, IntToDoubleFunction room) {
    Optional<BandPath> path = outlook.flatMap(BandPath::of).map(bend);
    if (path.isEmpty() || outlook.flatMap(SeriesOutlook::limit).isEmpty()) {
      return notForecast(outlook);
    }
    double capacity = outlook.get().limit().orElseThrow().amount();
    Crossing full = path.get().reaches(day -> capacity + room.applyAsDouble(day));
    return new Reached(
        full, full.earliest().map(day -> day.minusDays(leadDays)), path.get().horizon());
  }

  private static NotComputed notForecast(Optional<SeriesOutlook> outlook) {
    return new NotComputed(
        "the pool has no forecast to start from: "
            + outlook
                .map(
                    known ->
                        known.forecast().isPresent()
                            ? "what it has room for is not known"
                            : known.reason())
                .orElse("nothing was forecast on this night"));
  }

  private static String number(double factor) {
    String text = String.format(ROOT, "%.2f", factor);
    return text.replaceFirst("\\.?0+$", "");
  }
}
