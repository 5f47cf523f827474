package dev.poolkeeper.readers.recorded;

import dev.poolkeeper.readers.json.KnownAttributes;
import dev.poolkeeper.readers.json.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides from a file's first 4 KiB whether it can be JSON at all, and if not, what it is. */
record FileStart(String text, boolean empty, boolean whole) {

  private static final int LENGTH = 4096;
  private static final Pattern JSON =
      Pattern.compile("[{\\[\"].*|(-?\\d[-+.\\deE]*|true|false|null)\\s*", Pattern.DOTALL);
  private static final Pattern YAML =
      Pattern.compile(
          "(---|- |#|%YAML|(apiVersion|kind|items|metadata|spec|status):).*", Pattern.DOTALL);

  /** Looks at the start and leaves the stream where it was. */
  static FileStart of(InputStream file) throws IOException {
    file.mark(LENGTH + 1);
    byte[] start = file.readNBytes(LENGTH);
    file.reset();
    String text = new String(start, charset(start));
    String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new FileStart(bare.strip(), start.length == 0, start.length < LENGTH);
  }

  /** What the file is instead of JSON; empty when it may be JSON. */
  Optional<String> notJson() {
    if (empty) {
      return Optional.of("an empty file");
    }
    if (text.isEmpty()) {
      return whole ? Optional.of("only whitespace") : Optional.empty();
    }
    if (JSON.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        YAML.matcher(text).matches()
            ? "YAML where JSON is expected (use -o json)"
            : "text that is no JSON" + firstLine());
  }

  /** Whether the file starts a JSON text, list or object, rather than a bare word. */
  boolean quoted() {
    return text.startsWith("\"") || text.startsWith("{") || text.startsWith("[");
  }

  private String firstLine() {
    String line = text.lines().findFirst().orElse("");
    return KnownAttributes.secret(line) ? "" : ": " + Visible.text(line);
  }

  private static Charset charset(byte[] start) {
    if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    return start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF
        ? StandardCharsets.UTF_16BE
        : StandardCharsets.UTF_8;
  }
}
