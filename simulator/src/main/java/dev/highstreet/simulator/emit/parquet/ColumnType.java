package dev.highstreet.simulator.emit.parquet;

import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.Topic;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;

/** What a column of a table holds, and how a value comes into it. */
enum ColumnType {
  BIGINT {
    @Override
    void appendValue(DuckDBAppender row, Object value) throws SQLException {
      row.append(((Long) value).longValue());
    }
  },
  BOOLEAN {
    @Override
    void appendValue(DuckDBAppender row, Object value) throws SQLException {
      row.append(((Boolean) value).booleanValue());
    }
  },
  DOUBLE {
    @Override
    void appendValue(DuckDBAppender row, Object value) throws SQLException {
      row.append(((Double) value).doubleValue());
    }
  },
  INTEGER {
    @Override
    void appendValue(DuckDBAppender row, Object value) throws SQLException {
      row.append(((Integer) value).intValue());
    }
  },
  /** An instant, in microseconds since 1970, UTC; from one, or from milliseconds. */
  TIMESTAMPTZ {
    @Override
    void appendValue(DuckDBAppender row, Object value) throws SQLException {
      if (value instanceof Long millis) {
        row.appendEpochMicros(TimeUnit.MILLISECONDS.toMicros(millis));
        return;
      }
      Instant time = (Instant) value;
      row.appendEpochMicros(
          TimeUnit.SECONDS.toMicros(time.getEpochSecond())
              + TimeUnit.NANOSECONDS.toMicros(time.getNano()));
    }
  },
  /** The 16 bytes of an event's id, as Postgres has them, too. */
  UUID {
    @Override
    void appendValue(DuckDBAppender row, Object value) throws SQLException {
      ByteBuffer id = ByteBuffer.wrap(((EventId) value).bytes());
      row.appendUUID(id.getLong(), id.getLong());
    }
  },
  /** Text; of a constant its name, of a topic its name in Kafka; the parts of a set or a map. */
  VARCHAR {
    @Override
    void appendValue(DuckDBAppender row, Object value) throws SQLException {
      if (value instanceof Topic topic) {
        row.append(topic.topicName());
      } else if (value instanceof Set<?> set) {
        row.append(joined(set.stream()));
      } else if (value instanceof Map<?, ?> map) {
        row.append(joined(map.entrySet().stream())); // such as discount=0.3
      } else {
        row.append(value.toString());
      }
    }

    /** Sorted, because a set and a map may have another order in another run. */
    private static String joined(Stream<?> parts) {
      return parts.map(Object::toString).sorted().collect(Collectors.joining(", "));
    }
  };

  /** Appends one value to the row; null where there is none. */
  void append(DuckDBAppender row, Object value) throws SQLException {
    if (value == null) {
      row.appendNull();
    } else {
      appendValue(row, value);
    }
  }

  abstract void appendValue(DuckDBAppender row, Object value) throws SQLException;
}
