package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.readers.json.RowSink;
import dev.poolkeeper.readers.kubernetes.KubernetesKind;
import dev.poolkeeper.readers.kubernetes.KubernetesList;
import dev.poolkeeper.readers.source.AnswerSink;
import dev.poolkeeper.readers.source.SourceContract;
import dev.poolkeeper.readers.source.SourceUnavailable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * One kind's list, page by page, of which one is held at a time. A list that the API server forgets
 * while we read it (HTTP 410) is read again from its start.
 */
final class Listing {

  private static final int PAGE = 500;
  private static final int RESTARTS = 3;

  private final ApiServer server;

  Listing(ApiServer server) {
    this.server = server;
  }

  void stream(KubernetesKind kind, String path, AnswerSink sink) {
    String plural = kind.kind().plural();
    for (int restarts = 0;
        !pages(kind, path, () -> sink.answer(plural, kind.mapper()));
        restarts++) {
      if (restarts == RESTARTS) {
        throw new SourceUnavailable(
            server.where("list " + plural),
            "the list expired %d times before its last page (410 storm)".formatted(RESTARTS + 1),
            "run it again when the API server and its etcd have less to do",
            null);
      }
      sink.startOver();
    }
  }

  /** Whether the list's last page was reached before it expired. */
  boolean pages(KubernetesKind kind, String path, Supplier<RowSink> sink) {
    String what = "list " + kind.kind().plural();
    RowSink rows = sink.get();
    String token = "";
    do {
      Answer answer = server.get(path + "?limit=" + PAGE + following(token), what);
      if (answer.code() == 410) {
        return false;
      }
      if (answer.code() == 404) {
        throw Refusals.missing(server.where(what), answer);
      }
      String next = answer.read(parser -> new KubernetesList(kind).page(parser, rows)).orElse("");
      if (!next.isEmpty() && next.equals(token)) {
        throw new SourceContract(
            server.where(what),
            "page after page with the same metadata.continue",
            "look for a proxy in front of the API server that repeats answers",
            null);
      }
      token = next;
    } while (!token.isEmpty());
    return true;
  }

  private static String following(String token) {
    return token.isEmpty() ? "" : "&continue=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
  }
}
