package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.readers.json.Visible;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A right that is missing, and the command that grants it.
 *
 * @param resource plural, with its subresource, {@code nodes/proxy}
 * @param group API group; empty for the core group
 */
record Grant(String user, String verb, String resource, String group) {

  private static final Pattern REFUSAL =
      Pattern.compile(
          "User \"(?<user>[^\"]*)\" cannot (?<verb>\\w+) resource \"(?<resource>[^\"]*)\""
              + " in API group \"(?<group>[^\"]*)\"");
  private static final String SERVICE_ACCOUNT = "system:serviceaccount:";

  /** Reads the message of a 403. */
  static Optional<Grant> of(String message) {
    Matcher refusal = REFUSAL.matcher(message);
    return refusal.find()
        ? Optional.of(
            new Grant(
                refusal.group("user"),
                refusal.group("verb"),
                refusal.group("resource"),
                refusal.group("group")))
        : Optional.empty();
  }

  boolean anonymous() {
    return user.equals("system:anonymous");
  }

  String seen() {
    return "%s may not %s %s".formatted(Visible.text(user), verb, qualified());
  }

  String next() {
    String role = "poolkeeper-" + resource.replace('/', '-');
    return "grant it: kubectl create clusterrole %s --verb=%s --resource=%s && kubectl create clusterrolebinding %s --clusterrole=%s %s"
        .formatted(role, verb, qualified(), role, role, subject());
  }

  private String qualified() {
    return group.isEmpty() ? resource : resource + "." + group;
  }

  private String subject() {
    if (user.startsWith(SERVICE_ACCOUNT)) {
      return "--serviceaccount=" + Visible.text(user.substring(SERVICE_ACCOUNT.length()));
    }
    return "--user='" + Visible.text(user).replace("'", "'\\''") + "'";
  }
}
