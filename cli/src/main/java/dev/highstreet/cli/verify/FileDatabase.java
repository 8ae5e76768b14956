package dev.highstreet.cli.verify;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.transactions.Categories;
import dev.highstreet.sql.AnswerKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;

/** Answers from a file of transactions alone. */
final class FileDatabase extends KeyDatabase {
  /** Whose clock changes sql/truth/file.sql reckons by itself. */
  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  /** In this year Britain's clocks began to change as they do now. */
  private static final LocalDate EARLIEST = LocalDate.of(1996, 1, 1);

  private final ReplayedFile file;
  private FileDays days;
  private long invoices;

  /** From the first invoice's day to the last one's; each is told of whole. */
  private record FileDays(LocalDate firstDay, LocalDate lastDay) implements Days {
    @Override
    public String teller() {
      return "the file";
    }

    @Override
    public ZoneId zone() {
      return ZONE;
    }

    @Override
    public Optional<LocalDate> lastDayEndedBy(Instant time) {
      if (!end(lastDay).isAfter(time)) {
        return Optional.of(lastDay);
      }
      LocalDate open = time.atZone(ZONE).toLocalDate();
      return Optional.of(open.minusDays(1)).filter(day -> !day.isBefore(firstDay));
    }
  }

  private FileDatabase(ReplayedFile file) throws SQLException {
    super(file.work());
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws CommandException if it is of no use
   */
  static FileDatabase open(ReplayedFile file) throws SQLException {
    FileDatabase opened = new FileDatabase(file);
    try {
      opened.read();
      return opened;
    } catch (SQLException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private void read() throws SQLException {
    execute("SET preserve_insertion_order = true"); // some rows count because they come first
    execute("SET VARIABLE file = " + quoted(file.path().toString()));
    execute("SET VARIABLE compression = " + (file.gzipped() ? "'gzip'" : "'none'"));
    execute("SET VARIABLE columns = " + columns());
    execute("CREATE TABLE category_list (place INTEGER, line VARCHAR)");
    List<String> list = Categories.list();
    try (DuckDBAppender rows = database().createAppender("category_list")) {
      for (int i = 0; i < list.size(); i++) {
        rows.beginRow();
        rows.append(i);
        rows.append(list.get(i));
        rows.endRow();
      }
    }
    try (Statement statement = database().createStatement()) {
      statement.execute(AnswerKey.fileBase());
      try (ResultSet all =
          statement.executeQuery("SELECT count(*), min(day), max(day) FROM invoices")) {
        all.next();
        invoices = all.getLong(1);
        if (invoices > 0) {
          days = new FileDays(all.getObject(2, LocalDate.class), all.getObject(3, LocalDate.class));
        }
      }
    } catch (SQLException e) {
      throw CommandException.usedWrongly(
          "cannot read %s: %s".formatted(file.path(), e.getMessage().lines().findFirst().get()), e);
    }
    refuseWhatCannotBeReckoned();
  }

  private void refuseWhatCannotBeReckoned() {
    if (days == null) {
      throw CommandException.usedWrongly(
          "%s holds no row that can become an event: there is nothing to compare"
              .formatted(file.path()));
    }
    if (days.firstDay().isBefore(EARLIEST)) {
      throw CommandException.usedWrongly(
          "%s begins on %s; the answer key knows how clocks change from %s on"
              .formatted(file.path(), days.firstDay(), EARLIEST));
    }
  }

  /** As DuckDB writes a struct; names that the script does not use might occur twice. */
  private String columns() {
    List<String> headers = file.headers();
    String named =
        IntStream.range(0, headers.size())
            .mapToObj(i -> ReplayedFile.NEEDED.contains(headers.get(i)) ? headers.get(i) : "c" + i)
            .map(name -> quoted(name) + ": 'VARCHAR', ")
            .collect(Collectors.joining());
    return "{" + named + "'beyond': 'VARCHAR'}";
  }

  @Override
  Days days() {
    return days;
  }

  /** Nothing is late in a replay, so it does not matter what the run calls late. */
  @Override
  void refuseOther(RunRules rules) {
    if (!rules.zone().equals(ZONE.getId())) {
      throw CommandException.usedWrongly(
          "run %d keeps days in %s; a file's answer key knows the clocks of %s only: replay the file without --time-zone"
              .formatted(rules.run(), rules.zone(), ZONE));
    }
  }

  /** Facts come before what names them; and what is replayed twice counts once. */
  @Override
  boolean isAllOf(Map<String, Long> counted) {
    return counted.getOrDefault(Topic.ORDERS.topicName(), 0L)
            + counted.getOrDefault(Topic.RETURNS.topicName(), 0L)
        >= invoices;
  }

  @Override
  void prepare(Scope scope, TruthView view, Snapshot snapshot) throws SQLException {
    prepare(scope);
  }

  /** Narrows the answers to some days. */
  void prepare(Scope scope) throws SQLException {
    execute("SET VARIABLE first_day = DATE '%s'".formatted(scope.first()));
    execute("SET VARIABLE last_day = DATE '%s'".formatted(scope.last()));
  }

  @Override
  Optional<String> reasonAgainst(String table) {
    return table.startsWith("mart.")
        ? Optional.empty()
        : Optional.of("the answer to a file is its sales; it tells nothing of this");
  }

  @Override
  String basis(TruthView view) {
    return "what %s says by itself".formatted(file.path());
  }

  @Override
  List<String> mayExplain(Snapshot snapshot, Scope scope, TruthView view) {
    return List.of(
        "The answer key supposes that this very file was replayed, without --columns and --cost-ratio.");
  }
}
