package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A command that looks at what a finding is about and changes nothing. Names are quoted for a POSIX
 * shell; one that holds a control character gets no command, since no quoting is safe to paste.
 *
 * @param where "here", on the machine that poolkeeper runs on, or the name of the cluster or NAS
 */
public record LookCommand(String where, String command) {

  public static final String HERE = "here";

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@=+,-]+");

  /** What to run, in order. The subject itself always can be explained. */
  public static List<LookCommand> of(FindingCode code, Subject subject) {
    List<LookCommand> commands = new ArrayList<>();
    if (subject.path().isEmpty()) {
      commands.add(new LookCommand(HERE, "poolkeeper check"));
    }
    at(subject).ifPresent(commands::add);
    if (pasteable(subject.toString())) {
      commands.add(new LookCommand(HERE, "poolkeeper explain " + quoted(subject.toString())));
    } else {
      commands.add(new LookCommand(HERE, "poolkeeper explain " + code.code()));
    }
    return commands;
  }

  private static Optional<LookCommand> at(Subject subject) {
    String plural = subject.path().split("/", 2)[0];
    String name = subject.name();
    if (name.isEmpty() || name.startsWith("-") || !pasteable(name)) {
      return Optional.empty();
    }
    return ObjectKind.named(plural)
        .flatMap(kind -> kind.side() == Side.CLUSTER ? kubectl(kind, name) : onNas(kind, name))
        .map(command -> new LookCommand(subject.source(), command));
  }

  private static Optional<String> kubectl(ObjectKind kind, String name) {
    return switch (kind) {
      case PERSISTENT_VOLUME_CLAIM, VOLUME_SNAPSHOT, POD, STATEFUL_SET -> {
        String[] parts = name.split("/", 2);
        yield parts.length < 2
            ? Optional.empty()
            : Optional.of(
                "kubectl -n %s describe %s %s"
                    .formatted(quoted(parts[0]), kind.plural(), quoted(parts[1])));
      }
      case PERSISTENT_VOLUME,
          VOLUME_SNAPSHOT_CONTENT,
          VOLUME_SNAPSHOT_CLASS,
          VOLUME_ATTACHMENT,
          STORAGE_CLASS,
          CSI_DRIVER,
          NAMESPACE,
          NODE ->
          Optional.of("kubectl describe %s %s".formatted(kind.plural(), quoted(name)));
      default -> Optional.empty();
    };
  }

  private static Optional<String> onNas(ObjectKind kind, String name) {
    return switch (kind) {
      case DATASET ->
          Optional.of("zfs list -r -t all -o name,used,origin,userrefs " + quoted(name));
      case ZFS_SNAPSHOT -> Optional.of("zfs get used,clones,userrefs " + quoted(name));
      case POOL -> Optional.of("zpool status -v " + quoted(name));
      case ISCSI_TARGET -> query("iscsi.target.query", "name", name);
      case ISCSI_EXTENT -> query("iscsi.extent.query", "name", name);
      default -> Optional.empty();
    };
  }

  private static Optional<String> query(String method, String field, String value) {
    String json = value.replace("\\", "\\\\").replace("\"", "\\\"");
    return Optional.of(
        "midclt call %s %s"
            .formatted(method, quoted("[[\"%s\",\"=\",\"%s\"]]".formatted(field, json))));
  }

  private static boolean pasteable(String text) {
    return text.codePoints()
        .noneMatch(
            c ->
                Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE
                    || Character.getType(c) == Character.LINE_SEPARATOR
                    || Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
  }

  /** Within single quotes nothing is special to a shell but the quote itself. */
  static String quoted(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
