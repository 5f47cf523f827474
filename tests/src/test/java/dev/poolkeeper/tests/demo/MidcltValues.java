package dev.poolkeeper.tests.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * ZFS property objects as midclt prints them. Values for people differ by release; raw values do
 * not.
 */
final class MidcltValues {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE MMM dd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String[] UNITS = {"", "K", "M", "G", "T"};

  private final Appliance nas;

  MidcltValues(Appliance nas) {
    this.nas = nas;
  }

  static JsonObject date(Instant moment) {
    return Json.object("$date", moment.toEpochMilli());
  }

  JsonObject bytes(long bytes, String source) {
    String shown = nas.isGoldeye() ? binaryUnits(bytes) : zfsUnits(bytes);
    return property(bytes, Long.toString(bytes), shown, source);
  }

  /** A quota or reservation: unset is raw 0 and otherwise null. */
  JsonObject limit(long bytes) {
    return bytes == 0 ? property(null, "0", null, "DEFAULT") : bytes(bytes, "LOCAL");
  }

  JsonObject creation(Instant moment) {
    return property(date(moment), Long.toString(moment.getEpochSecond()), shown(moment), "NONE");
  }

  JsonObject text(String value, String source) {
    return property(value, value, value, source);
  }

  JsonObject flag(boolean on, String source) {
    return property(on, on ? "on" : "off", on ? "ON" : "OFF", source);
  }

  static JsonObject property(
      @Nullable Object parsed, String rawvalue, @Nullable String value, String source) {
    return Json.object("parsed", parsed)
        .with("rawvalue", rawvalue)
        .with("value", value)
        .with("source", source)
        .with("source_info", null);
  }

  /** Properties of snapshots, and user properties of datasets, have no source_info. */
  static JsonObject bare(@Nullable Object parsed, String rawvalue, String value, String source) {
    return Json.object("value", value)
        .with("rawvalue", rawvalue)
        .with("source", source)
        .with("parsed", parsed);
  }

  static String shown(Instant moment) {
    var time = moment.atZone(ZoneOffset.UTC);
    return String.format(
        Locale.ROOT,
        "%s %2d:%02d %d",
        DAY.format(moment),
        time.getHour(),
        time.getMinute(),
        time.getYear());
  }

  /** As zfs prints it: at most three digits and a letter. */
  static String zfsUnits(long bytes) {
    double amount = bytes;
    int unit = 0;
    while (amount >= 1024 && unit < UNITS.length - 1) {
      amount /= 1024;
      unit++;
    }
    if (unit == 0 || amount == Math.rint(amount)) {
      return String.format(Locale.ROOT, "%.0f%s", amount, unit == 0 ? "B" : UNITS[unit]);
    }
    int decimals = amount < 10 ? 2 : amount < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f%s", amount, UNITS[unit]);
  }

  private static String binaryUnits(long bytes) {
    double amount = bytes;
    int unit = 0;
    while (amount >= 1024 && unit < UNITS.length - 1) {
      amount /= 1024;
      unit++;
    }
    String number = String.format(Locale.ROOT, "%.2f", amount).replaceAll("\\.?0+$", "");
    return unit == 0 ? bytes + " bytes" : number + " " + UNITS[unit] + "iB";
  }
}
