package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.processors.proposal.HandFailure.Kind;
import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.json.Values;
import dev.poolkeeper.readers.json.Visible;
import dev.poolkeeper.readers.source.Retry;
import dev.poolkeeper.readers.source.SourceFailure;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Calls to one TrueNAS that may change something, with a key of their own. Connects at the first
 * call and again when a connection broke. Questions are repeated, changes never are.
 *
 * <p>Every failure is a {@link HandFailure} that says what is known of the system after it.
 */
public final class NasCalls implements AutoCloseable {

  /** How often and how long the outcome of a job is asked for. */
  public record Patience(Duration pause, int asks) {

    /** A second between two questions, for a quarter of an hour. */
    public static final Patience USUAL = new Patience(Duration.ofSeconds(1), 900);
  }

  private static final int LONGEST = 400;

  private final NasAccess access;
  private final Questions questions;
  private final Retry retry;
  private final Patience patience;
  private @Nullable Connection connection;

  public NasCalls(NasAccess access, Retry retry, Patience patience) {
    this(access, retry, patience, ObservationRegistry.NOOP);
  }

  /** The same, with every call observed. */
  public NasCalls(
      NasAccess access, Retry retry, Patience patience, ObservationRegistry observations) {
    this.access = access;
    this.questions = new Questions(access, observations);
    this.retry = retry;
    this.patience = patience;
  }

  /** What the system calls its release, {@code TrueNAS-25.10.1}. */
  public String version() {
    return asked(Connection::version);
  }

  /**
   * Asks a question, repeatedly while the system is too busy.
   *
   * @param params positional, as JSON-RPC takes them
   * @return empty when the release has no such method
   */
  public Optional<JsonNode> read(String method, List<JsonNode> params) {
    return asked(nas -> nas.answer(new NasCall(method, params)));
  }

  /**
   * Asks for a change, once, and waits for its end where the system makes a job of it.
   *
   * @throws HandFailure refused, not allowed, not reached, or with an outcome that is not known
   */
  public JsonNode change(String method, List<JsonNode> params) {
    Connection nas = asked(open -> open);
    questions.attempt(1);
    JsonNode answer = nas.change(new NasCall(method, params));
    return answer.isIntegralNumber() ? job(method, answer) : answer;
  }

  /** A number in place of an answer is that of the job that does it. */
  private JsonNode job(String method, JsonNode id) {
    String where = method + " on " + access.name();
    for (int asks = 0; asks < patience.asks(); asks++) {
      JsonNode job = look(where, id);
      switch (Values.text(job.path("state")).orElse("")) {
        case "SUCCESS" -> {
          return job.path("result");
        }
        case "FAILED", "ABORTED" ->
            throw ChangeFailures.refused(
                where,
                "",
                Visible.text(Values.text(job.path("error")).orElse("without a reason"), LONGEST));
        case "WAITING", "RUNNING" -> pause(where);
        default -> throw ChangeFailures.unknown(where, "its job " + id + " is not told of");
      }
    }
    throw ChangeFailures.unknown(where, "its job " + id + " does not come to an end");
  }

  private JsonNode look(String where, JsonNode id) {
    try {
      return read("core.get_jobs", List.of(Json.tree("[[\"id\", \"=\", " + id + "]]")))
          .orElseGet(Json::object)
          .path(0);
    } catch (HandFailure lost) {
      throw ChangeFailures.broken(where, lost);
    }
  }

  private void pause(String where) {
    try {
      Thread.sleep(patience.pause().toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw ChangeFailures.broken(where, stopped);
    }
  }

  private <T> T asked(Function<Connection, T> question) {
    questions.attempt(1);
    try {
      return retry.call(() -> question.apply(connection()), questions::attempt);
    } catch (SourceFailure failure) {
      throw ChangeFailures.ofQuestion(failure);
    } catch (HandFailure failure) {
      throw failure;
    } catch (RuntimeException unforeseen) {
      throw new HandFailure(
          Kind.UNAVAILABLE,
          access.name() + ": an answer that defeats its reader (" + unforeseen + ")",
          unforeseen);
    }
  }

  private Connection connection() {
    Connection known = connection;
    if (known != null && !known.usable()) {
      close();
      known = null;
    }
    if (known == null) {
      known = new NasConnector(access, questions).connect();
      connection = known;
    }
    return known;
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }
}
