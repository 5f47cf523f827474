package dev.poolkeeper.tests.simulator;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The methods of a session that may be called before it is authenticated. */
final class Login {

  private static final Set<String> METHODS =
      Set.of(
          "auth.login_ex",
          "auth.login_with_api_key",
          "auth.mechanism_choices",
          "auth.me",
          "auth.logout",
          "core.set_options");

  /** What a call says, and what the session may do from now on. */
  record Outcome(JsonNode answer, Optional<Rights> rights) {}

  private final Appliance appliance;
  private final boolean secure;

  Login(Appliance appliance, boolean secure) {
    this.appliance = appliance;
    this.secure = secure;
  }

  boolean handles(String method) {
    return METHODS.contains(method);
  }

  Outcome call(String method, JsonNode params, Optional<Rights> rights)
      throws InterruptedException {
    return switch (method) {
      case "auth.login_ex" -> loginEx(params.path(0), rights);
      case "auth.login_with_api_key" -> withKey(params.path(0).asString(""), rights);
      case "auth.mechanism_choices" ->
          new Outcome(Trees.texts(List.of("API_KEY_PLAIN", "PASSWORD_PLAIN")), rights);
      case "auth.logout" -> new Outcome(Trees.parse("true"), Optional.empty());
      case "auth.me" ->
          new Outcome(
              Appliance.me(
                  rights.orElseThrow(
                      () -> CallFailure.call(Errno.ENOTAUTHENTICATED, "Not authenticated"))),
              rights);
      default -> new Outcome(Trees.parse("null"), rights);
    };
  }

  private Outcome loginEx(JsonNode data, Optional<Rights> rights) throws InterruptedException {
    limit("auth.login_ex");
    if (!data.path("mechanism").asString("").equals("API_KEY_PLAIN")) {
      throw CallFailure.invalid(
          "login_data.mechanism", "Input should be 'API_KEY_PLAIN'", Errno.EINVAL);
    }
    for (String field : new String[] {"username", "api_key"}) {
      if (!data.path(field).isString()) {
        throw CallFailure.invalid("login_data." + field, "Field required", Errno.EINVAL);
      }
    }
    String key = Trees.text(data, "api_key");
    boolean known = Trees.text(data, "username").equals(Accounts.USERNAME);
    String response = known ? login(key) : refused("AUTH_ERR");
    ObjectNode answer = Trees.object().put("response_type", response);
    if (response.equals("REDIRECT")) {
      answer.set("urls", Trees.texts(appliance.accounts().activeNode()));
    }
    if (!response.equals("SUCCESS")) {
      return new Outcome(answer, rights);
    }
    Optional<Rights> now = appliance.accounts().rightsOf(key);
    boolean withUser = data.path("login_options").path("user_info").asBoolean(true);
    answer.set("user_info", withUser ? Appliance.me(now.orElseThrow()) : Trees.parse("null"));
    answer.put("authenticator", "LEVEL_1");
    return new Outcome(answer, now);
  }

  private Outcome withKey(String key, Optional<Rights> rights) throws InterruptedException {
    limit("auth.login_with_api_key");
    boolean success = login(key).equals("SUCCESS");
    return new Outcome(
        Trees.parse(Boolean.toString(success)),
        success ? appliance.accounts().rightsOf(key) : rights);
  }

  private String login(String key) throws InterruptedException {
    String response = appliance.accounts().login(key, secure, appliance.generation());
    return response.equals("SUCCESS") ? response : refused(response);
  }

  private String refused(String response) throws InterruptedException {
    pause();
    return response;
  }

  private void limit(String method) throws InterruptedException {
    if (appliance.accounts().isTooFrequent(method, appliance.clock().instant())) {
      pause();
      throw CallFailure.call(Errno.EBUSY, "Rate Limit Exceeded");
    }
  }

  private void pause() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(appliance.pace().refusedLogin().toMillis());
  }
}
