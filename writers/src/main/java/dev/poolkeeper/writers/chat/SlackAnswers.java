package dev.poolkeeper.writers.chat;

import dev.poolkeeper.processors.delivery.Outcome;
import dev.poolkeeper.writers.channel.Answers;
import dev.poolkeeper.writers.channel.Receipt;
import dev.poolkeeper.writers.http.HttpReply.Answer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What Slack's own words for failure mean. Its methods answer 200 with {@code ok: false}; incoming
 * webhooks answer a status and a bare word. Source: Slack, reference of chat.postMessage and
 * chat.update, "Errors"; changelog of 2016-05-17 on incoming webhooks.
 */
final class SlackAnswers {

  private static final Set<String> LATER =
      Set.of("ratelimited", "rate_limited", "request_timeout", "service_unavailable");

  /** Parts of it may have happened, says the reference. */
  private static final Set<String> PERHAPS = Set.of("internal_error", "fatal_error");

  /** Mended in the settings, or in Slack, not by another message. */
  private static final Set<String> SETTINGS =
      Set.of(
          "access_denied",
          "accesslimited",
          "account_inactive",
          "action_prohibited",
          "channel_is_archived",
          "channel_not_found",
          "ekm_access_denied",
          "enterprise_is_restricted",
          "invalid_auth",
          "invalid_token",
          "is_archived",
          "missing_scope",
          "no_permission",
          "no_service",
          "no_service_id",
          "no_team",
          "not_allowed_token_type",
          "not_authed",
          "not_in_channel",
          "org_login_required",
          "restricted_action",
          "restricted_action_read_only_channel",
          "team_access_not_granted",
          "token_expired",
          "token_revoked",
          "two_factor_setup_required");

  private SlackAnswers() {}

  /**
   * @param error its word
   * @param harmless whether the same may be sent again and nothing happens twice
   */
  static Receipt refused(Answer answer, String what, String error, boolean harmless) {
    return new Receipt(
        new Outcome(
            kind(error, harmless),
            OptionalInt.of(answer.status()),
            "%s: %s%s".formatted(what, Answers.oneLine(error), hint(error))),
        Optional.empty(),
        Optional.empty(),
        answer.retryAfter());
  }

  private static Outcome.Kind kind(String error, boolean harmless) {
    if (LATER.contains(error)) {
      return Outcome.Kind.DEFERRED;
    }
    if (PERHAPS.contains(error)) {
      return harmless ? Outcome.Kind.DEFERRED : Outcome.Kind.UNKNOWN;
    }
    return SETTINGS.contains(error) ? Outcome.Kind.NOT_ALLOWED : Outcome.Kind.REFUSED;
  }

  /** Whether a bare word of an incoming webhook is one that is about the settings. */
  static boolean aboutSettings(String word) {
    return SETTINGS.contains(word.strip());
  }

  private static String hint(String error) {
    return switch (error) {
      case "invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive" ->
          " (the token in token-file is not valid any more)";
      case "missing_scope" -> " (the app needs the scope chat:write)";
      case "not_in_channel" -> " (invite the app to the channel, or give it chat:write.public)";
      case "channel_not_found" -> " (name the channel by its id, and invite the app to it)";
      case "is_archived", "channel_is_archived" -> " (choose another channel)";
      case "no_service", "no_team" -> " (the webhook was revoked: make a new one)";
      default -> "";
    };
  }
}
