package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.SourceFailure;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;

/** Logs in as a NAS' executor and looks at what it may, without doing any of it. */
public final class NasExecutorCheck {

  private static final String WHAT = "executor";

  private NasExecutorCheck() {}

  /** One line of {@code poolkeeper check}. */
  public static CheckLine of(NasAccess access) {
    Questions questions = new Questions(access, ObservationRegistry.NOOP);
    try (Connection nas = new NasConnector(access, questions).connect()) {
      return nas.rest() ? overRest(access, nas) : overJsonRpc(access, nas);
    } catch (SourceFailure failure) {
      return CheckLine.failed(access.name(), WHAT, failure);
    }
  }

  private static CheckLine overRest(NasAccess access, Connection nas) {
    return CheckLine.warning(
        access.name(),
        WHAT,
        user(access) + " is let in; over REST nobody is told what a key may, " + nas.version(),
        "let the key's allow-list hold GET, POST, PUT and DELETE of /pool/dataset, /zfs/snapshot,"
            + " /sharing/nfs, /sharing/smb and /iscsi");
  }

  private static CheckLine overJsonRpc(NasAccess access, Connection nas) {
    List<String> missing = NasRoles.missing(NasRoles.held(nas), nas.release());
    return missing.isEmpty()
        ? CheckLine.ok(access.name(), WHAT, user(access) + " has all roles that a cleanup needs")
        : new CheckLine(
            access.name(),
            WHAT,
            CheckLine.Outcome.FAILED,
            user(access) + " lacks " + String.join(", ", missing),
            "add them to the privilege of its group (Credentials, Groups, Privileges)");
  }

  private static String user(NasAccess access) {
    return access.username().orElse("the executor's key");
  }
}
