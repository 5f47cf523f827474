package dev.poolkeeper.tests.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.configuration.ChannelSettings;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.configuration.ConfigurationReader;
import dev.poolkeeper.writers.channel.Channel;
import dev.poolkeeper.writers.http.CallContext;
import dev.poolkeeper.writers.notice.NoticeTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the documentation are what this version reads. */
class ExamplesTest {

  private static final Path EXAMPLES = Path.of("../docs/examples");
  private static final Pattern SECRET = Pattern.compile("/etc/poolkeeper/secrets/([a-z0-9-]+)");

  @TempDir private Path folder;

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsOneChannelThatOpens(Path example) throws IOException {
    Configuration configuration =
        new ConfigurationReader(Map.of("HOME", folder.toString()))
            .readMailing(Optional.of(withSecrets(example)));

    assertThat(configuration.channels()).as("%s", example).isNotEmpty();
    for (ChannelSettings settings : configuration.channels()) {
      try (Channel channel =
          settings
              .opener()
              .open(
                  new NoticeTexts(settings.templates()),
                  CallContext.unobserved(Clock.systemUTC()))) {
        assertThat(channel).isNotNull();
      }
    }
  }

  /** The same with secret files that are there. */
  private Path withSecrets(Path example) throws IOException {
    String yaml = Files.readString(example);
    Matcher secrets = SECRET.matcher(yaml);
    while (secrets.find()) {
      boolean url = secrets.group(1).contains("url") || secrets.group(1).contains("webhook");
      Path file = folder.resolve(secrets.group(1));
      Files.writeString(file, url ? "https://hooks.example.com/services/T0/B0/x" : "secret");
      yaml = yaml.replace(secrets.group(), file.toString());
    }
    return Files.writeString(folder.resolve("poolkeeper.yaml"), yaml);
  }
}
