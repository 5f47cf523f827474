package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.configuration.LiveSettings;
import dev.poolkeeper.jobs.live.ConfiguredConnections;
import dev.poolkeeper.jobs.live.EstateRecording;
import dev.poolkeeper.jobs.live.LiveEstate;
import dev.poolkeeper.readers.recorded.EstateRecorder.Recorded;
import dev.poolkeeper.readers.truenas.live.KnownSnapshots;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code poolkeeper capture}. */
@Command(
    name = "capture",
    description =
        "Record the live estate as files, without secrets: for a support case, or for run nightly"
            + " --from.",
    mixinStandardHelpOptions = true)
final class CaptureCommand implements Callable<Integer> {

  private final Session session;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration file (default: poolkeeper.yaml where it is looked for).")
  private @Nullable Path config;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "The folder to record into; it must be empty or not exist yet.")
  private Path to = Path.of("");

  @Option(names = "--force", description = "Replace an earlier recording in the folder.")
  private boolean force;

  CaptureCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    LiveSettings settings = session.liveConfiguration(Optional.ofNullable(config)).liveSystems();
    EstateRecording recording =
        new EstateRecording(
            LiveEstate.estate(settings, session.clock().instant()),
            new ConfiguredConnections(settings, nas -> KnownSnapshots.NONE, session.clock()));
    return report(recording.into(to, force, "poolkeeper " + session.version()));
  }

  private int report(List<Recorded> recorded) {
    boolean complete = true;
    for (Recorded source : recorded) {
      complete &= source.problems().isEmpty();
      session
          .terminal()
          .err()
          .printf(
              "%s: %s, %s%n",
              source.source(),
              CountText.of(source.kinds(), "list"),
              CountText.of(source.rows(), "object"));
      source
          .problems()
          .forEach(
              problem ->
                  session.terminal().err().println("  " + VisibleText.of(problem.toString())));
    }
    session.terminal().out().println(to);
    if (complete) {
      return ExitCode.DONE;
    }
    session
        .terminal()
        .err()
        .println(
            "The recording is incomplete: what could not be read whole has no file, and verdicts that need it will be withheld.");
    return ExitCode.INCOMPLETE;
  }
}
