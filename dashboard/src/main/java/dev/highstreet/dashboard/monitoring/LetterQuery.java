package dev.highstreet.dashboard.monitoring;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads dead letters from {@code ops.dead_letters} and {@code ops.letter_replays}. */
final class LetterQuery {
  private static final String LIST =
      """
      SELECT topic, partition, "offset", line, reason, record_time,
             EXISTS (SELECT FROM ops.letter_replays AS r
                     WHERE (r.topic, r.partition, r."offset") = (l.topic, l.partition, l."offset")) AS replayed
      FROM ops.dead_letters AS l
      WHERE (record_time, topic, partition, "offset", line) < (?, ?, ?, ?, ?)%s%s
      ORDER BY record_time DESC, topic DESC, partition DESC, "offset" DESC, line DESC
      LIMIT ?
      """;

  private static final String COUNTS =
      """
      SELECT topic, reason, count(*) AS letters FROM ops.dead_letters GROUP BY topic, reason
      """;

  private static final String LETTER =
      """
      SELECT line, stage, reason, detail, event_id::text AS event_id, record_time, key, bytes
      FROM ops.dead_letters
      WHERE topic = ? AND partition = ? AND "offset" = ?
      ORDER BY line
      """;

  private static final String REPLAYS =
      """
      SELECT replayed_at, to_partition, to_offset, repaired
      FROM ops.letter_replays
      WHERE topic = ? AND partition = ? AND "offset" = ?
      ORDER BY replay_id
      """;

  private final Database database;

  LetterQuery(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** Letters of a filter, older than its place in the list, the newest first. */
  List<LetterRow> list(LetterFilter filter, int atMost) {
    LetterCursor before = filter.before().orElse(LetterCursor.NEWEST);
    List<Object> parameters =
        new ArrayList<>(
            List.of(
                before.recordTime().atOffset(ZoneOffset.UTC),
                before.place().topic(),
                before.place().partition(),
                before.place().offset(),
                before.line()));
    filter.reason().ifPresent(parameters::add);
    filter.topic().ifPresent(parameters::add);
    parameters.add(atMost);
    return database.rows(
        LIST.formatted(
            filter.reason().isPresent() ? " AND reason = ?" : "",
            filter.topic().isPresent() ? " AND topic = ?" : ""),
        row ->
            new LetterRow(
                new LetterPlace(
                    row.getString("topic"), row.getInt("partition"), row.getLong("offset")),
                row.getInt("line"),
                row.getString("reason"),
                instant(row, "record_time"),
                row.getBoolean("replayed")),
        parameters.toArray());
  }

  /** How many there are. */
  LetterCounts counts() {
    return new LetterCounts(
        database.rows(
            COUNTS,
            row ->
                new LetterCounts.Count(
                    row.getString("topic"), row.getString("reason"), row.getLong("letters"))));
  }

  /** The record that was read at a place; empty if there is no letter of it. */
  Optional<Letter> letter(LetterPlace place) {
    record Row(Letter.Fault fault, Instant recordTime, String eventId, byte[] key, byte[] bytes) {}
    List<Row> rows =
        database.rows(
            LETTER,
            row ->
                new Row(
                    new Letter.Fault(
                        row.getInt("line"),
                        row.getString("stage"),
                        row.getString("reason"),
                        row.getString("detail")),
                    instant(row, "record_time"),
                    row.getString("event_id"),
                    row.getBytes("key"),
                    row.getBytes("bytes")),
            place.topic(),
            place.partition(),
            place.offset());
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    // key and bytes are kept once, on the row with the lowest line
    Row first = rows.get(0);
    return Optional.of(
        new Letter(
            place,
            first.recordTime(),
            Optional.ofNullable(first.eventId()),
            Optional.ofNullable(first.key()),
            Optional.ofNullable(first.bytes()),
            rows.stream().map(Row::fault).toList(),
            replays(place)));
  }

  private List<Letter.Replay> replays(LetterPlace place) {
    return database.rows(
        REPLAYS,
        row ->
            new Letter.Replay(
                instant(row, "replayed_at"),
                row.getInt("to_partition"),
                row.getLong("to_offset"),
                row.getBoolean("repaired")),
        place.topic(),
        place.partition(),
        place.offset());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
