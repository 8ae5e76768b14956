package dev.highstreet.cli.verify;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row on which the answer key and the table do not agree.
 *
 * @param kind which way
 * @param key the values of its key, by their columns
 * @param columns those that differ; of a missing or an extra row all but the key
 */
public record Difference(Kind kind, Map<String, String> key, List<ColumnDifference> columns) {
  /** Which way a row differs. */
  public enum Kind {
    /** The table lacks it. */
    MISSING,
    /** The table should not have it. */
    EXTRA,
    /** It is there, and says something else. */
    DIFFERENT
  }

  /** Refuses what is incomplete. */
  public Difference {
    requireNonNull(kind, "kind is null");
    key = Collections.unmodifiableMap(new LinkedHashMap<>(key));
    columns = List.copyOf(columns);
  }
}
