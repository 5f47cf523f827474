package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.CheckLine.Outcome;
import dev.poolkeeper.readers.source.TlsTrust;
import dev.poolkeeper.readers.truenas.live.NasAccess;
import java.util.ArrayList;
import java.util.List;

/**
 * Says what the configuration holds, without its secrets. Of clusters their own check says it, as
 * most of it is in their kubeconfig.
 */
public final class ConfigurationCheck {

  public static final String SUBJECT = "poolkeeper";

  private static final String WHAT = "configuration";

  private ConfigurationCheck() {}

  /** One line per problem. */
  public static List<CheckLine> of(InvalidConfiguration invalid) {
    return invalid.problems().stream()
        .map(
            problem ->
                new CheckLine(
                    SUBJECT,
                    WHAT,
                    Outcome.FAILED,
                    problem,
                    "mend it in " + invalid.origin() + "; docs/configuration.md has all keys"))
        .toList();
  }

  public static List<CheckLine> of(Configuration configuration) {
    List<CheckLine> lines = new ArrayList<>();
    lines.add(CheckLine.ok(SUBJECT, WHAT, configuration.source()));
    configuration.secretFiles().stream()
        .filter(SecretFile::readableByAll)
        .forEach(file -> lines.add(readableByAll(file)));
    LiveSettings live = configuration.live().orElse(new LiveSettings(List.of(), List.of()));
    if (live.clusters().isEmpty() || live.nas().isEmpty()) {
      lines.add(
          CheckLine.warning(
              SUBJECT,
              WHAT,
              "%d clusters, %d TrueNAS systems: run nightly works with --from only"
                  .formatted(live.clusters().size(), live.nas().size()),
              "list both in poolkeeper.yaml; docs/poolkeeper.yaml is an example"));
    }
    live.nas().forEach(nas -> lines.add(of(nas.access())));
    return lines;
  }

  private static CheckLine readableByAll(SecretFile file) {
    return CheckLine.warning(
        SUBJECT,
        file.key(),
        "everybody on this machine can read " + file.path(),
        "chmod 600 it; for a mounted secret set defaultMode: 0400");
  }

  private static CheckLine of(NasAccess nas) {
    String seen =
        "%s, API %s, %s"
            .formatted(
                nas.url(), nas.api().name().toLowerCase(java.util.Locale.ROOT), text(nas.trust()));
    return nas.trust() instanceof TlsTrust.Insecure
        ? CheckLine.warning(
            nas.name(), WHAT, seen, "set ca-file or certificate-sha256 instead of insecure")
        : CheckLine.ok(nas.name(), WHAT, seen);
  }

  private static String text(TlsTrust trust) {
    if (trust instanceof TlsTrust.Authorities authorities) {
      return "TLS by " + authorities.file();
    }
    if (trust instanceof TlsTrust.Pinned) {
      return "TLS by the certificate's fingerprint";
    }
    return trust instanceof TlsTrust.Insecure
        ? "TLS not verified (insecure)"
        : "TLS by public authorities";
  }
}
