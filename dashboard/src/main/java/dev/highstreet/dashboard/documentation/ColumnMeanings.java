package dev.highstreet.dashboard.documentation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the contract says of the marts' columns: its tables that begin with {@code | column |}. */
final class ColumnMeanings {
  private static final Pattern ROW = Pattern.compile("^\\| ([a-z_, ]+) \\| (.+) \\|$");
  private static final String HEAD = "| column | meaning |";

  private ColumnMeanings() {}

  /** Markdown of the meaning, by the column's name. */
  static Map<String, String> in(String contract) {
    Map<String, String> meanings = new HashMap<>();
    boolean inside = false;
    for (String line : contract.lines().toList()) {
      inside = line.equals(HEAD) || (inside && line.startsWith("|"));
      var row = ROW.matcher(line);
      if (inside && !line.equals(HEAD) && row.matches()) {
        for (String name : List.of(row.group(1).split(", ", -1))) {
          meanings.putIfAbsent(name, row.group(2));
        }
      }
    }
    return Map.copyOf(meanings);
  }
}
