package dev.poolkeeper.writers.mail;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address with the name of who has it.
 *
 * @param name may be empty
 * @param address {@code storage@example.com}, in ASCII
 */
public record MailAddress(String name, String address) {

  private static final String ADDRESS =
      "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?";
  private static final Pattern BARE = Pattern.compile(ADDRESS);
  private static final Pattern NAMED =
      Pattern.compile("\"?([^\"<>\\p{Cntrl}]{1,100}?)\"?\\s*<(" + ADDRESS + ")>");

  public MailAddress {
    requireNonNull(name, "name");
    requireNonNull(address, "address");
  }

  /** Reads {@code storage@example.com} or {@code Storage team <storage@example.com>}. */
  public static Optional<MailAddress> parse(String text) {
    if (BARE.matcher(text).matches()) {
      return Optional.of(new MailAddress("", text));
    }
    Matcher named = NAMED.matcher(text);
    return named.matches()
        ? Optional.of(new MailAddress(named.group(1).strip(), named.group(2)))
        : Optional.empty();
  }

  /** What stands after the at sign. */
  public String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }
}
