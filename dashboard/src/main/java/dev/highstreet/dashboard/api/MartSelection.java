package dev.highstreet.dashboard.api;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.WrongParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which rows of a mart are asked for.
 *
 * @param conditions on its key, all of which hold
 * @param after the key of the last row of the page before; empty for the first page
 */
record MartSelection(Mart mart, List<Condition> conditions, List<Object> after) {
  private static final String SEPARATOR = "~";

  MartSelection {
    requireNonNull(mart, "mart is null");
    conditions = List.copyOf(conditions);
    after = List.copyOf(after);
  }

  /**
   * One condition.
   *
   * @param operator {@code =}, {@code >=} or {@code <=}
   */
  record Condition(Mart.Column column, String operator, Object value) {
    Condition {
      requireNonNull(column, "column is null");
      requireNonNull(operator, "operator is null");
      requireNonNull(value, "value is null");
    }
  }

  /** The names of the parameters that choose rows of a mart. */
  static List<String> parameters(Mart mart) {
    List<String> names = new ArrayList<>(mart.key().stream().map(Mart.Column::name).toList());
    if (mart.period().isPresent()) {
      names.addAll(List.of("from", "to"));
    }
    names.add("after");
    return names;
  }

  /**
   * Reads what an address asks for.
   *
   * @throws WrongParameter if a value is none of its column's
   */
  static MartSelection read(Mart mart, Parameters parameters) {
    List<Condition> conditions = new ArrayList<>();
    for (Mart.Column column : mart.key()) {
      add(conditions, column, "=", column.name(), parameters);
    }
    if (mart.period().isPresent()) {
      add(conditions, mart.period().get(), ">=", "from", parameters);
      add(conditions, mart.period().get(), "<=", "to", parameters);
    }
    Optional<String> place = parameters.get("after");
    return new MartSelection(
        mart, conditions, place.isPresent() ? place(mart, place.get()) : List.of());
  }

  private static void add(
      List<Condition> conditions,
      Mart.Column column,
      String operator,
      String parameter,
      Parameters parameters) {
    parameters
        .get(parameter)
        .map(text -> new Condition(column, operator, column.type().parse(parameter, text)))
        .ifPresent(conditions::add);
  }

  private static List<Object> place(Mart mart, String text) {
    String[] parts = text.split(SEPARATOR, -1);
    if (parts.length != mart.key().size()) {
      throw new WrongParameter("after", text, "what an answer had as next");
    }
    List<Object> key = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i].replace("%7E", SEPARATOR).replace("%25", "%");
      key.add(mart.key().get(i).type().parse("after", part));
    }
    return key;
  }

  /** Where a row is: its key, from which {@link #read} goes on. */
  String placeOf(List<Object> row) {
    return String.join(
        SEPARATOR,
        mart.key().stream()
            .map(column -> ColumnType.text(row.get(mart.columns().indexOf(column))))
            .map(part -> part.replace("%", "%25").replace(SEPARATOR, "%7E"))
            .toList());
  }

  /** The same selection from the row after this one on. */
  MartSelection goingOnAfter(List<Object> row) {
    return new MartSelection(mart, conditions, place(mart, placeOf(row)));
  }
}
