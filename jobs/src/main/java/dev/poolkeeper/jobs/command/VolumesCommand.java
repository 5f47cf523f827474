package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.report.VolumeLine;
import dev.poolkeeper.writers.table.Listings;
import dev.poolkeeper.writers.table.VolumeView;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code poolkeeper volumes}. */
@Command(
    name = "volumes",
    description = "PersistentVolumes, the datasets behind them, and where their space goes.",
    mixinStandardHelpOptions = true)
final class VolumesCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private ListOptions options = new ListOptions();

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description =
          "Only volumes whose subject, claim or dataset is or contains this; a single one is shown"
              + " step by step.")
  private String name = "";

  @Option(
      names = "--fills-within",
      paramLabel = "DAYS",
      converter = DaysConverter.class,
      description =
          "Only volumes that may be full by then, as 30d: the 80 %% band of what their claim or dataset"
              + " holds reaches its limit.")
  private @Nullable Integer fillsWithin;

  VolumesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return options.show(
        session,
        ledger -> {
          List<VolumeLine> volumes = VolumeNames.named(name, ledger.space().volumeLines());
          if (!name.isEmpty() && volumes.isEmpty()) {
            throw new NothingToShow(
                "No volume of %s has '%s' in its subject, claim or dataset. Next: poolkeeper volumes lists them."
                    .formatted(ledger.night(), name));
          }
          return Listings.volumes(filling(volumes, ledger));
        },
        rows ->
            name.isEmpty() || rows.size() != 1
                ? List.of()
                : new VolumeView(session.terminal().width()).lines(rows.get(0)));
  }

  private List<VolumeLine> filling(List<VolumeLine> volumes, LedgerView ledger) {
    Integer days = fillsWithin;
    if (days == null) {
      return volumes;
    }
    Set<String> filling =
        ledger.outlooks().stream()
            .filter(outlook -> ForecastFilter.fills(outlook, days))
            .flatMap(outlook -> outlook.place().volume().stream())
            .map(Subject::toString)
            .collect(Collectors.toSet());
    return volumes.stream().filter(volume -> filling.contains(volume.subject())).toList();
  }
}
