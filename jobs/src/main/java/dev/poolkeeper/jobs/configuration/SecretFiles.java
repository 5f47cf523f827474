package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.readers.source.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads secrets from the files that settings name, and remembers which files these were. */
final class SecretFiles {

  private final List<SecretFile> read = new ArrayList<>();

  /** The secret in the file that a setting names; a file that holds none is a problem. */
  Optional<Secret> secret(Values values, String key) {
    Optional<Path> file = values.path(key);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      String content = Files.readString(file.get()).strip();
      read.add(new SecretFile(values.key(key), file.get()));
      if (content.isEmpty() || content.lines().count() > 1) {
        values.problem(key, file.get().toString(), "a file that holds the secret and nothing else");
      }
      return Optional.of(new Secret(content));
    } catch (IOException e) {
      values.problem(key, file.get().toString(), "a file that can be read");
      return Optional.of(new Secret(""));
    }
  }

  List<SecretFile> read() {
    return List.copyOf(read);
  }
}
