package dev.poolkeeper.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.jobs.command.CommandLines;
import dev.poolkeeper.jobs.command.Session;
import dev.poolkeeper.jobs.command.Terminal;
import dev.poolkeeper.jobs.turn.StopSignal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/** The one entry point. */
public final class Poolkeeper {

  private Poolkeeper() {}

  public static void main(String[] args) {
    Map<String, String> environment = System.getenv();
    Terminal terminal =
        Terminal.of(environment, stream(FileDescriptor.out), stream(FileDescriptor.err));
    Session session = new Session(environment, terminal, Clock.systemUTC());
    StopSignal stop = StopSignal.ofProcess();
    stop.listen();
    int exitCode = CommandLines.of(session, environment).execute(args);
    stop.ended();
    System.exit(exitCode);
  }

  /** UTF-8 whatever the locale says: a CronJob has none, and JSON has no other. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, UTF_8);
  }
}
