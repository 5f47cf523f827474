package dev.poolkeeper.jobs.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import dev.poolkeeper.writers.json.CompactJson;
import dev.poolkeeper.writers.text.VisibleText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A line per event: text where a person watches stderr, else JSON with the run's id, the job and
 * the trace. {@code POOLKEEPER_LOG_FORMAT} says {@code text} or {@code json} whatever is there.
 */
public final class RunLayout extends LayoutBase<ILoggingEvent> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final CompactJson json = new CompactJson();
  private final boolean text;

  /** As the environment of the process says. */
  public RunLayout() {
    this(System.getenv());
  }

  RunLayout(Map<String, String> environment) {
    this.text = text(environment);
  }

  /** The launcher says in {@code POOLKEEPER_PROGRESS} that stderr is a terminal. */
  private static boolean text(Map<String, String> environment) {
    String format = environment.getOrDefault("POOLKEEPER_LOG_FORMAT", "").strip();
    return switch (format.toLowerCase(Locale.ROOT)) {
      case "text" -> true;
      case "json" -> false;
      default -> "1".equals(environment.get("POOLKEEPER_PROGRESS"));
    };
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    return (text ? line(event) : object(event)) + System.lineSeparator();
  }

  private static String line(ILoggingEvent event) {
    return String.format(
            Locale.ROOT,
            "%s %-5s %s",
            TIME.format(Instant.ofEpochMilli(event.getTimeStamp())),
            event.getLevel(),
            event.getFormattedMessage())
        + stack(event.getThrowableProxy());
  }

  private String object(ILoggingEvent event) {
    Map<String, Object> line =
        CompactJson.object(
            "time",
            TIME.format(Instant.ofEpochMilli(event.getTimeStamp())),
            "level",
            event.getLevel().toString(),
            "logger",
            event.getLoggerName(),
            "message",
            VisibleText.of(event.getFormattedMessage()));
    line.putAll(new TreeMap<>(event.getMDCPropertyMap()));
    if (event.getThrowableProxy() != null) {
      line.put("error", stack(event.getThrowableProxy()).strip());
    }
    return json.text(line);
  }

  private static String stack(@Nullable IThrowableProxy failure) {
    return failure == null
        ? ""
        : System.lineSeparator() + ThrowableProxyUtil.asString(failure).stripTrailing();
  }
}
