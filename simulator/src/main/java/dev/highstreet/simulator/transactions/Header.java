package dev.highstreet.simulator.transactions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where a file has each column. */
final class Header {
  private final int size;
  private final Map<Column, Integer> positions;

  private Header(int size, Map<Column, Integer> positions) {
    this.size = size;
    this.positions = positions;
  }

  /**
   * Finds the columns in a file's first line.
   *
   * @throws UnusableFileException if one is missing, or there twice
   */
  static Header find(Path file, Columns columns, List<String> found) throws UnusableFileException {
    List<String> names = found.stream().map(String::strip).toList();
    Map<Column, Integer> positions = new EnumMap<>(Column.class);
    List<String> missing = new ArrayList<>();
    String without = "";
    for (Map.Entry<Column, String> wanted : new EnumMap<>(columns.headers()).entrySet()) {
      int position = names.indexOf(wanted.getValue());
      if (position != names.lastIndexOf(wanted.getValue())) {
        throw new UnusableFileException(
            "%s has two columns '%s': rename the one that is not meant"
                .formatted(file, wanted.getValue()));
      }
      if (position < 0) {
        missing.add("'%s' (%s)".formatted(wanted.getValue(), wanted.getKey().key()));
        if (!wanted.getKey().required()) {
          without = ", or %s= for a file without it".formatted(wanted.getKey().key());
        }
      } else {
        positions.put(wanted.getKey(), position);
      }
    }
    if (!missing.isEmpty()) {
      missing.sort(null);
      throw new UnusableFileException(
          "%s has no column %s; found: %s. Map your headers with --columns FILE, one line each, such as invoice=%s%s"
              .formatted(
                  file,
                  String.join(", ", missing),
                  String.join(", ", names),
                  names.get(0),
                  without));
    }
    return new Header(names.size(), positions);
  }

  int size() {
    return size;
  }

  /** The text of a column without blanks around it; empty if the file has no such column. */
  String field(List<String> fields, Column column) {
    Integer position = positions.get(column);
    return position == null ? "" : fields.get(position).strip();
  }
}
