package dev.highstreet.cli.letters;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.local.DatabaseLogin;
import dev.highstreet.cli.local.Databases;
import dev.highstreet.schemas.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What {@code ops.dead_letters} and {@code ops.letter_replays} hold. */
final class Letters {
  private static final String REASONS =
      """
      SELECT reason, count(*), count(DISTINCT (topic, partition, "offset"))
      FROM ops.dead_letters WHERE %s GROUP BY reason ORDER BY 2 DESC, 1""";

  private static final String LINES =
      """
      SELECT topic, partition, "offset", line, stage, reason, detail, record_time,
             (SELECT max(replayed_at) FROM ops.letter_replays AS r
              WHERE (r.topic, r.partition, r."offset") = (l.topic, l.partition, l."offset")) AS replayed_at
      FROM ops.dead_letters AS l WHERE %s
      ORDER BY record_time DESC, topic, partition, "offset", line LIMIT ?""";

  private static final String PLACES =
      """
      SELECT DISTINCT topic, partition, "offset" FROM ops.dead_letters WHERE %s
      ORDER BY 1, 2, 3""";

  private static final String LETTER =
      """
      SELECT line, stage, reason, detail, event_id, record_time, key, bytes
      FROM ops.dead_letters WHERE topic = ? AND partition = ? AND "offset" = ? ORDER BY line""";

  private static final String REPLAYS =
      """
      SELECT replayed_at, to_partition, to_offset, repaired
      FROM ops.letter_replays WHERE topic = ? AND partition = ? AND "offset" = ? ORDER BY replay_id""";

  // by their keys: nothing is looked up by event id alone
  private static final String ACCEPTED =
      """
      SELECT 1 FROM core.orders WHERE order_id = ? AND event_id = ?
      UNION ALL
      SELECT 1 FROM core.order_returns WHERE return_id = ? AND event_id = ?""";

  private static final String RECORD_REPLAY =
      """
      INSERT INTO ops.letter_replays
        (topic, partition, "offset", to_partition, to_offset, event_id, repaired)
      VALUES (?, ?, ?, ?, ?, ?, ?)""";

  private final Databases databases;

  Letters(Databases databases) {
    this.databases = requireNonNull(databases, "databases is null");
  }

  /**
   * How many letters there are of a reason.
   *
   * @param letters a letter a line
   * @param records that they are of
   */
  record ReasonCount(String reason, long letters, long records) {}

  /**
   * One letter, without its bytes.
   *
   * @param replayedAt when its record was last sent back
   */
  record Line(Place place, Letter.Fault fault, Instant recordTime, Optional<Instant> replayedAt) {}

  /** Letters by reason, the most frequent first. */
  List<ReasonCount> reasons(Selection selection) {
    return rows(
        REASONS.formatted(selection.where()),
        selection::set,
        row -> new ReasonCount(row.getString(1), row.getLong(2), row.getLong(3)));
  }

  /** The newest letters by record time. */
  List<Line> lines(Selection selection, int limit) {
    return rows(
        LINES.formatted(selection.where()),
        statement -> statement.setInt(selection.set(statement), limit),
        row ->
            new Line(
                place(row),
                fault(row),
                instant(row, "record_time").orElseThrow(),
                instant(row, "replayed_at")));
  }

  /** The records that letters are of, by place. */
  List<Place> places(Selection selection) {
    return rows(PLACES.formatted(selection.where()), selection::set, Letters::place);
  }

  /** The letter of a record, with all its faults; empty if there is none. */
  Optional<Letter> letter(Place place) {
    record Row(
        Letter.Fault fault, Optional<UUID> id, Instant recordTime, byte[] key, byte[] bytes) {}
    List<Row> found =
        rows(
            LETTER,
            statement -> set(statement, place),
            row ->
                new Row(
                    fault(row),
                    Optional.ofNullable(row.getObject("event_id", UUID.class)),
                    instant(row, "record_time").orElseThrow(),
                    row.getBytes("key"),
                    row.getBytes("bytes")));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Row first = found.get(0); // which carries the bytes, and a key that is long
    return Optional.of(
        new Letter(
            place,
            first.recordTime,
            first.id,
            Optional.ofNullable(first.key),
            first.bytes,
            found.stream().map(Row::fault).toList(),
            replays(place)));
  }

  private List<Letter.Replay> replays(Place place) {
    return rows(
        REPLAYS,
        statement -> set(statement, place),
        row ->
            new Letter.Replay(
                instant(row, "replayed_at").orElseThrow(),
                row.getInt("to_partition"),
                row.getLong("to_offset"),
                row.getBoolean("repaired")));
  }

  /** Whether the order or return of this id was accepted, from this very event. */
  boolean hasAccepted(String id, UUID eventId) {
    boolean possible = id.indexOf('\0') < 0; // no table holds a NUL, and none can be asked for one
    return possible
        && !rows(
                ACCEPTED,
                statement -> {
                  statement.setString(1, id);
                  statement.setObject(2, eventId);
                  statement.setString(3, id);
                  statement.setObject(4, eventId);
                },
                row -> 1)
            .isEmpty();
  }

  /** Writes down that a letter was sent back. */
  void replayed(Place place, int toPartition, long toOffset, UUID eventId, boolean repaired) {
    DatabaseLogin writer = databases.writer();
    try (Connection connection = writer.connections().getConnection();
        PreparedStatement insert = connection.prepareStatement(RECORD_REPLAY)) {
      set(insert, place);
      insert.setInt(4, toPartition);
      insert.setLong(5, toOffset);
      insert.setObject(6, eventId);
      insert.setBoolean(7, repaired);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw CommandException.answerIsNo(
          "%s was sent to %s, but that is not written down in %s: %s; sent again it would change nothing"
              .formatted(
                  place,
                  new Place(place.topic(), toPartition, toOffset),
                  databases.url(),
                  e.getMessage()),
          e);
    }
  }

  private static Place place(ResultSet row) throws SQLException {
    String topic = row.getString("topic");
    return new Place(
        Topic.named(topic)
            .orElseThrow(() -> new SQLException("ops.dead_letters names the topic " + topic)),
        row.getInt("partition"),
        row.getLong("offset"));
  }

  private static Letter.Fault fault(ResultSet row) throws SQLException {
    return new Letter.Fault(
        row.getInt("line"),
        row.getString("stage"),
        row.getString("reason"),
        row.getString("detail"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static void set(PreparedStatement statement, Place place) throws SQLException {
    statement.setString(1, place.topic().topicName());
    statement.setInt(2, place.partition());
    statement.setLong(3, place.offset());
  }

  /** Sets the parameters of a statement. */
  @FunctionalInterface
  private interface Parameters {
    void set(PreparedStatement statement) throws SQLException;
  }

  /** Makes something of a row. */
  @FunctionalInterface
  private interface RowReader<R> {
    R read(ResultSet row) throws SQLException;
  }

  private <R> List<R> rows(String query, Parameters parameters, RowReader<R> reader) {
    try (Connection connection = databases.reader().connections().getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      parameters.set(statement);
      List<R> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(reader.read(row));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw CommandException.usedWrongly(
          "no use of the dead letters in %s as %s: %s"
              .formatted(databases.url(), databases.reader().user(), e.getMessage()),
          e);
    }
  }
}
