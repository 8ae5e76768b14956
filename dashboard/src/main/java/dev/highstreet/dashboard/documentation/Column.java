package dev.highstreet.dashboard.documentation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A column of a table.
 *
 * @param type as the migration writes it
 * @param generated the expression that it always equals; empty for a column that is written
 * @param comment what the migration says about it; empty for nothing
 */
record Column(String name, String type, Optional<String> generated, String comment) {
  Column {
    requireNonNull(name, "name is null");
    requireNonNull(type, "type is null");
    requireNonNull(generated, "generated is null");
    requireNonNull(comment, "comment is null");
  }

  Column named(String other) {
    return new Column(other, type, generated, comment);
  }

  Column commented(String words) {
    return new Column(name, type, generated, words);
  }
}
