package dev.highstreet.jobs.mart;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table of Postgres as a pipeline sees it: its name, and where each column's value comes from.
 * Immutable. Declared without SQL:
 *
 * <pre>{@code
 * MartTable.<SalesRow>named("mart.daily_sales_by_product")
 *     .key("day", date(SalesRow::epochDay))
 *     .key("product_id", text(SalesRow::member))
 *     .value("orders", bigint(SalesRow::orders))
 *     .value("gross_sales", micros(SalesRow::grossSalesMicros))
 *     .build();
 * }</pre>
 *
 * <p>The columns {@code run_id} and {@code updated_at} are every table's, written by the sink and
 * not declared.
 *
 * @param <R> the row that the values come from
 */
public final class MartTable<R> implements Serializable {
  static final String RUN_ID = "run_id";
  static final String UPDATED_AT = "updated_at";

  private static final Pattern COLUMN = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
  private static final Pattern TABLE = Pattern.compile(COLUMN.pattern() + "\\." + COLUMN.pattern());

  private final String name;
  private final List<Column<R>> key;
  private final List<Column<R>> values;
  private final boolean perRun;
  private final Sealing<R> sealing;

  private MartTable(Builder<R> builder) {
    this.name = builder.name;
    this.key = List.copyOf(builder.key);
    this.values = List.copyOf(builder.values);
    this.perRun = builder.perRun;
    this.sealing = builder.sealing;
    requireName(TABLE, name, "table", "schema.table");
    if (key.isEmpty()) {
      throw new IllegalArgumentException("table %s has no key column".formatted(name));
    }
    Set<String> seen = new HashSet<>(Set.of(RUN_ID, UPDATED_AT));
    columns().forEach(column -> requireNew(column.name(), seen));
    for (Column<R> column : key) {
      if (column.value().type() == SqlType.BYTEA) {
        throw new IllegalArgumentException(
            "%s.%s is bytea, which cannot be part of a key".formatted(name, column.name()));
      }
    }
  }

  /**
   * Begins the description of a table.
   *
   * @param name of schema and table, as in {@code mart.daily_sales}
   */
  public static <R> Builder<R> named(String name) {
    return new Builder<>(requireNonNull(name, "name is null"));
  }

  /** Schema and table, as in {@code mart.daily_sales}. */
  public String name() {
    return name;
  }

  /** The columns of the primary key, but for {@code run_id} of a table that is kept per run. */
  List<Column<R>> key() {
    return key;
  }

  /** The other columns. */
  List<Column<R>> values() {
    return values;
  }

  /** Those of the key, then the others. */
  Stream<Column<R>> columns() {
    return Stream.concat(key.stream(), values.stream());
  }

  /** Whether {@code run_id} belongs to the primary key. */
  boolean perRun() {
    return perRun;
  }

  /** By which period rows are sealed; null where they never are. */
  Sealing<R> sealing() {
    return sealing;
  }

  /**
   * The table in which a backfill stages these rows, every run its own, until it puts them in place
   * of others. {@code sql/migrations} makes it by {@code staging.mirror}.
   */
  public MartTable<R> staged() {
    Builder<R> staged = new Builder<>("staging." + name.replace('.', '_'));
    staged.key.addAll(key);
    staged.values.addAll(values);
    return staged.perRun().build();
  }

  @Override
  public String toString() {
    return name;
  }

  private void requireNew(String column, Set<String> seen) {
    requireName(COLUMN, column, "column of " + name, "lower_case");
    if (!seen.add(column)) {
      throw new IllegalArgumentException(
          "%s.%s is declared twice, or is one of those that the sink writes (%s, %s)"
              .formatted(name, column, RUN_ID, UPDATED_AT));
    }
  }

  private static void requireName(Pattern pattern, String name, String what, String example) {
    if (!pattern.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "%s \"%s\" is not a name like %s (%s)".formatted(what, name, example, pattern));
    }
  }

  /**
   * By which period a table's rows are sealed.
   *
   * @param grain DAY or MONTH, as in {@code ops.backfilled_periods}
   * @param period the day, or the first day of the month, that a row belongs to: sent with the row,
   *     not stored
   */
  record Sealing<R>(String grain, ColumnValue<R> period) implements Serializable {
    Sealing {
      requireNonNull(grain, "grain is null");
      if (period.type() != SqlType.DATE) {
        throw new IllegalArgumentException(
            "a period is a %s; it must be a date".formatted(period.type()));
      }
    }
  }

  /** A column and its value. */
  record Column<R>(String name, ColumnValue<R> value) implements Serializable {}

  /**
   * Collects the columns, in the order in which they are to be sent.
   *
   * @param <R> the row that the values come from
   */
  public static final class Builder<R> {
    private final String name;
    private final List<Column<R>> key = new ArrayList<>();
    private final List<Column<R>> values = new ArrayList<>();
    private boolean perRun;
    private Sealing<R> sealing;

    private Builder(String name) {
      this.name = name;
    }

    /** Adds a column of the primary key; its value is never null. */
    public Builder<R> key(String column, ColumnValue<R> value) {
      key.add(new Column<>(column, requireNonNull(value, "value is null")));
      return this;
    }

    /** Adds a column that an upsert overwrites. */
    public Builder<R> value(String column, ColumnValue<R> value) {
      values.add(new Column<>(column, requireNonNull(value, "value is null")));
      return this;
    }

    /** Says that {@code run_id} is part of the primary key: every run keeps rows of its own. */
    public Builder<R> perRun() {
      perRun = true;
      return this;
    }

    /**
     * Says on which day a row is: once a backfill has replaced that day, the row is sealed, and
     * refused from any other run.
     *
     * @param day a date in the business zone
     */
    public Builder<R> sealedByDay(ColumnValue<R> day) {
      sealing = new Sealing<>("DAY", day);
      return this;
    }

    /**
     * Says in which month a row is: once a backfill has replaced that month, the row is sealed, and
     * refused from any other run.
     *
     * @param firstDay of the month, in the business zone
     */
    public Builder<R> sealedByMonth(ColumnValue<R> firstDay) {
      sealing = new Sealing<>("MONTH", firstDay);
      return this;
    }

    /**
     * The table.
     *
     * @throws IllegalArgumentException if a name is not a plain lower-case identifier or occurs
     *     twice, or there is no key
     */
    public MartTable<R> build() {
      return new MartTable<>(this);
    }
  }
}
