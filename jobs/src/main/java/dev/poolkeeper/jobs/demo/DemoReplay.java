package dev.poolkeeper.jobs.demo;

import dev.poolkeeper.jobs.nightly.NightlyRunner;
import dev.poolkeeper.jobs.nightly.NightlyRunner.Target;
import dev.poolkeeper.jobs.nightly.Progress;
import dev.poolkeeper.writers.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Replays the next nights of the bundled estate through the real nightly job. */
public final class DemoReplay {

  private final DemoPast past;
  private final NightlyRunner runner;
  private final Path recording;
  private final Progress progress;

  /**
   * @param past fills a ledger that has no night yet
   * @param recording directory for the recording of a night; the last one stays there to be looked
   *     at
   */
  public DemoReplay(DemoPast past, NightlyRunner runner, Path recording, Progress progress) {
    this.past = past;
    this.runner = runner;
    this.recording = recording;
    this.progress = progress;
  }

  /**
   * Replays them. Only the last one gets everything that was asked for: a PDF takes longer than the
   * rest of a night, and {@code report} makes it of any night.
   *
   * @param last newest night in the demo's ledger
   * @return the last night that was replayed
   */
  public LocalDate replay(Optional<LocalDate> last, Target target) throws IOException {
    if (last.isEmpty()) {
      progress.say("figures of earlier nights");
      past.fill();
    }
    LocalDate done = null;
    List<DemoNights.Night> nights = new DemoNights(DemoEstate.nights()).next(last);
    for (DemoNights.Night night : nights) {
      progress.say(
          night.date().equals(night.recording())
              ? "night of " + night.date()
              : "night of %s, as it was recorded on %s".formatted(night.date(), night.recording()));
      boolean newest = night.equals(nights.get(nights.size() - 1));
      done = replay(night, newest ? target : quick(target));
    }
    if (done == null) {
      throw new IOException("this build of poolkeeper holds no demo estate");
    }
    return done;
  }

  private static Target quick(Target target) {
    Set<ReportFormat> formats = new HashSet<>(target.formats());
    formats.remove(ReportFormat.PDF);
    return new Target(target.out(), target.demo(), target.told(), formats);
  }

  private LocalDate replay(DemoNights.Night night, Target target) throws IOException {
    delete(recording);
    DemoEstate.unpack(night, Files.createDirectories(recording));
    return runner.run(Optional.of(night.date()), Optional.of(recording), target);
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
