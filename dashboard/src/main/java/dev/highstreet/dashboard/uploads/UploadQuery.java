package dev.highstreet.dashboard.uploads;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads what became of files. */
final class UploadQuery {
  private static final String NEWEST =
      """
      SELECT upload_id, file, kind, state, bytes, rows, rejected, ended_at
      FROM ops.uploads
      ORDER BY ended_at DESC
      LIMIT ?
      """;

  private static final String ONE =
      """
      SELECT upload_id, file, kind, state, bytes, rows, rejected, ended_at
      FROM ops.uploads
      WHERE upload_id = ?
      """;

  private static final String WITH_THIS_CONTENT =
      """
      SELECT upload_id, file, kind, state, bytes, rows, rejected, ended_at
      FROM ops.uploads
      WHERE sha256 = ? AND state = 'TAKEN'
      """;

  private static final String FAULTS =
      """
      SELECT line, cell, reason
      FROM ops.upload_faults
      WHERE upload_id = ?
      ORDER BY number
      """;

  private final Database database;

  UploadQuery(Database database) {
    this.database = requireNonNull(database, "database is null");
  }

  /** The newest first. */
  List<Upload> newest(int atMost) {
    return database.rows(NEWEST, UploadQuery::upload, atMost);
  }

  /** One of them; empty if it is not there, or has not ended. */
  Optional<Upload> of(String id) {
    return database.row(ONE, UploadQuery::upload, id);
  }

  /** The one that was taken and had these bytes. */
  Optional<Upload> taken(byte[] sha256) {
    return database.row(WITH_THIS_CONTENT, UploadQuery::upload, (Object) sha256);
  }

  /** Why one was refused, by line, as far as that was kept. */
  List<Fault> faults(String id) {
    return database.rows(
        FAULTS,
        row -> new Fault(row.getLong("line"), row.getString("cell"), row.getString("reason")),
        id);
  }

  private static Upload upload(ResultSet row) throws SQLException {
    return new Upload(
        row.getString("upload_id"),
        row.getString("file"),
        Optional.ofNullable(row.getString("kind")),
        Upload.State.valueOf(row.getString("state")),
        row.getLong("bytes"),
        row.getLong("rows"),
        row.getLong("rejected"),
        row.getObject("ended_at", OffsetDateTime.class).toInstant());
  }
}
