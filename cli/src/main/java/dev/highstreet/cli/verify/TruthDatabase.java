package dev.highstreet.cli.verify;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.schemas.Topic;
import dev.highstreet.sql.AnswerKey;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;

/** Answers from the truth's Parquet. */
final class TruthDatabase extends KeyDatabase {
  /** What happened on days, and what others refer to whenever it was said. */
  private static final List<String> EVENTS =
      List.of("orders", "order_lines", "returns", "return_lines", "faults");

  private static final List<String> FACTS = List.of("products", "stores", "customers");

  private static final long LATENESS = 48 * 3600;
  private static final long SKEW = 5 * 60;

  private final Truth truth;

  private TruthDatabase(Truth truth, Path work) throws SQLException {
    super(work);
    this.truth = truth;
  }

  /**
   * Opens an empty database.
   *
   * @param work where its files are put, in a folder of their own
   * @throws CommandException if they cannot be
   */
  static TruthDatabase open(Truth truth, Path work) throws SQLException {
    return new TruthDatabase(truth, work);
  }

  @Override
  Days days() {
    return truth;
  }

  /**
   * The truth tells what a correct pipeline makes of each fault by the contract's defaults, and its
   * days are those of one time zone.
   */
  @Override
  void refuseOther(RunRules rules) {
    if (!rules.zone().equals(truth.zone().getId())) {
      throw CommandException.usedWrongly(
          "run %d keeps days in %s, and the truth in %s tells of days in %s: it is not the truth of what is in this database"
              .formatted(rules.run(), rules.zone(), truth.folder(), truth.zone()));
    }
    if (rules.lateness() != LATENESS || rules.skew() != SKEW) {
      throw CommandException.usedWrongly(
          "run %d allows %d seconds to be late and %d between two clocks; the truth tells what becomes of events by %d and %d"
              .formatted(rules.run(), rules.lateness(), rules.skew(), LATENESS, SKEW));
    }
  }

  /** Fewer, and some are on their way; more, and the shop goes on. */
  @Override
  boolean isAllOf(Map<String, Long> counted) throws SQLException {
    return counted.values().stream().mapToLong(Long::longValue).sum() == events();
  }

  /** How many events the truth tells of that a sales job reads, copies among them. */
  private long events() throws SQLException {
    String topics =
        Topic.SALES.stream()
            .map(topic -> quoted(topic.topicName()))
            .collect(Collectors.joining(", "));
    List<String> counts = new ArrayList<>();
    for (String table : List.of("orders", "returns", "products", "stores", "customers")) {
      counts.add("SELECT count(*) AS events FROM " + parquet(table, all()));
    }
    counts.add(
        "SELECT count(*) FROM %s WHERE copy_outcome IS NOT NULL AND topic IN (%s)"
            .formatted(parquet("faults", all()), topics));
    try (Statement statement = database().createStatement();
        ResultSet sum =
            statement.executeQuery(
                "SELECT sum(events) FROM (%s)".formatted(String.join(" UNION ALL ", counts)))) {
      sum.next();
      return sum.getLong(1);
    }
  }

  @Override
  void prepare(Scope scope, TruthView view, Snapshot snapshot) throws SQLException {
    cover(view == TruthView.AS_HEALED ? snapshot.coveredEvents() : List.of());
    prepare(scope, view);
  }

  /** Prepares the answers for some days; {@link #cover} comes before it. */
  void prepare(Scope scope, TruthView view) throws SQLException {
    for (String table : EVENTS) {
      execute("CREATE VIEW %s AS FROM %s".formatted(table, parquet(table, scope)));
    }
    for (String table : FACTS) {
      execute("CREATE VIEW %s AS FROM %s".formatted(table, parquet(table, all())));
    }
    execute("SET VARIABLE zone = " + quoted(truth.zone().getId()));
    execute("SET VARIABLE truth_view = " + quoted(view.name()));
    execute(AnswerKey.base());
  }

  /** Takes in which late events a backfill has covered. */
  void cover(Iterable<UUID> events) throws SQLException {
    execute("CREATE TABLE covered (event_id UUID)");
    try (DuckDBAppender rows = database().createAppender("covered")) {
      for (UUID event : events) {
        rows.beginRow();
        rows.append(event);
        rows.endRow();
      }
    }
  }

  private Scope all() {
    return new Scope(truth.firstDay(), truth.lastDay(), true, "", truth.firstDay());
  }

  /** The first day has a file of every table; so some other table may, on some days, have none. */
  private String parquet(String table, Scope days) {
    List<Path> files = truth.files(table, days.first(), days.last());
    if (files.isEmpty()) {
      LocalDate first = truth.firstDay();
      return "(FROM read_parquet(%s) LIMIT 0)".formatted(listed(truth.files(table, first, first)));
    }
    return "read_parquet(%s)".formatted(listed(files));
  }

  private static String listed(List<Path> files) {
    return files.stream()
        .map(file -> quoted(file.toString()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  Optional<String> reasonAgainst(String table) {
    return Optional.empty();
  }

  @Override
  String basis(TruthView view) {
    return "the truth, " + view.meaning();
  }

  @Override
  List<String> mayExplain(Snapshot snapshot, Scope scope, TruthView view) throws SQLException {
    if (view == TruthView.AS_HEALED) {
      return List.of();
    }
    boolean covered = view == TruthView.AS_STREAMED;
    long late = snapshot.lateEvents(scope, covered);
    return late == 0
        ? List.of()
        : List.of(
            (covered
                    ? "%d late events of these days are counted in by backfills: --as-healed expects that."
                    : "%d late events of these days are counted in by no backfill yet: --as-healed, or --as-streamed if there was no backfill at all, expects that.")
                .formatted(late));
  }
}
