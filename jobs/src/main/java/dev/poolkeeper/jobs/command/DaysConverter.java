package dev.poolkeeper.jobs.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of days as one writes it: {@code 30d}, or {@code 30}. */
final class DaysConverter implements ITypeConverter<Integer> {

  @Override
  public Integer convert(String text) {
    if (!text.matches("\\d{1,4}d?")) {
      throw new TypeConversionException("'%s' is no number of days such as 30d".formatted(text));
    }
    return Integer.valueOf(text.replace("d", ""));
  }
}
