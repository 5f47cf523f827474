package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.readers.json.Visible;
import dev.poolkeeper.readers.source.SourceContract;
import dev.poolkeeper.readers.source.SourceFailure;
import dev.poolkeeper.readers.source.SourceRefused;
import dev.poolkeeper.readers.source.SourceUnavailable;
import java.util.Optional;

/** Decides what an answer means that is not the one that was asked for. */
final class Refusals {

  private final String where;
  private final ClusterConfig config;
  private boolean login;

  Refusals(String where, ClusterConfig config) {
    this.where = where;
    this.config = config;
  }

  /** Empty for a whole JSON object with code 200, and for 404 and 410, which the caller judges. */
  Optional<SourceFailure> of(Answer answer) {
    return switch (answer.code()) {
      case 200, 201 -> flaw(answer);
      case 404, 410 -> Optional.empty();
      case 401 -> Optional.of(notLoggedIn(answer));
      case 403 -> Optional.of(forbidden(answer));
      case 429, 500, 502, 503, 504 -> Optional.of(busy(answer));
      default -> Optional.of(unforeseen(answer));
    };
  }

  /** Whether it was the login that failed, so that every other question would fail alike. */
  boolean login() {
    return login;
  }

  /** A 404 in place of an answer that must be there. */
  static SourceFailure missing(String where, Answer answer) {
    return ApiStatus.of(answer)
        .map(
            status ->
                new SourceContract(
                    where,
                    "the API server does not know it (HTTP 404: " + text(status) + ")",
                    "check that the address is that of an API server, and its version",
                    null))
        .orElseGet(
            () ->
                new SourceContract(
                    where,
                    answer.looksLike() + " with HTTP 404, so no answer of an API server",
                    "check the server's address, and what stands between (a proxy, a login page)",
                    null));
  }

  private Optional<SourceFailure> flaw(Answer answer) {
    return answer
        .flaw()
        .map(
            flaw ->
                flaw == Answer.Flaw.ENDS_EARLY
                    ? new SourceUnavailable(
                        where,
                        "the answer ends in the middle",
                        "look for a proxy or load balancer that cuts answers",
                        null)
                    : new SourceContract(
                        where,
                        answer.looksLike() + " where JSON is expected",
                        "check "
                            + config.peer().addressSetting()
                            + ", and what stands between (a proxy, a login page)",
                        null));
  }

  private SourceFailure notLoggedIn(Answer answer) {
    login = true;
    return SourceRefused.bySource(
        where,
        "the API server does not accept " + config.described() + " (HTTP 401" + said(answer) + ")",
        loginAgain(),
        null);
  }

  private String loginAgain() {
    return config.serviceAccount()
        ? "check that the pod's service account exists and its token is mounted"
        : "log in again until this answers: kubectl" + config.kubectl() + " get namespaces";
  }

  private SourceFailure forbidden(Answer answer) {
    Optional<ApiStatus> status = ApiStatus.of(answer);
    Optional<Grant> grant = status.flatMap(said -> Grant.of(said.message()));
    if (grant.filter(Grant::anonymous).isPresent()) {
      login = true;
      return SourceRefused.bySource(
          where, "no credentials came with " + config.described(), loginAgain(), null);
    }
    if (grant.isPresent()) {
      return SourceRefused.bySource(
          where, grant.get().seen() + " (HTTP 403)", grant.get().next(), null);
    }
    return SourceRefused.bySource(
        where,
        "forbidden (HTTP 403" + said(answer) + ")",
        status.isPresent()
            ? "grant the right that the message names"
            : "look for a proxy or firewall in front of the API server",
        null);
  }

  private SourceFailure busy(Answer answer) {
    return new SourceUnavailable(
        where,
        "the API server is too busy or not ready (HTTP " + answer.code() + said(answer) + ")",
        "run it again; if it stays so, look at the API server and at what stands before it",
        null,
        answer.pause().orElse(null));
  }

  private SourceFailure unforeseen(Answer answer) {
    return new SourceContract(
        where,
        "HTTP " + answer.code() + said(answer),
        answer.code() / 100 == 3
            ? "check " + config.peer().addressSetting() + ": an API server sends nobody elsewhere"
            : "check " + config.peer().addressSetting(),
        null);
  }

  private static String said(Answer answer) {
    return ": " + ApiStatus.of(answer).map(Refusals::text).orElseGet(answer::looksLike);
  }

  private static String text(ApiStatus status) {
    return Visible.text(status.message().isEmpty() ? status.reason() : status.message());
  }
}
