package dev.poolkeeper.writers.report;

import java.util.List;

/** Names that nobody should use and somebody will. */
public final class HostileNames {

  public static final String WORST =
      "<script>alert(1)</script>\"'&amp;\n\u001b[31mred\u0000\u009b2J\u202Etxt.exe\u2066 日本語 é🙂 "
          + "x".repeat(500);

  public static final List<String> ALL =
      List.of(
          WORST,
          "</style><img src=x onerror=alert(1)>",
          "${7*7} <#assign x=1> ]]>",
          "a\tb\r\nc",
          "lone \uD83D surrogate and \uFFFE",
          "=HYPERLINK(\"http://x\")",
          "שלום \u200F عربى");

  private HostileNames() {}
}
