package dev.highstreet.cli.letters;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.Topic;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which letters are meant.
 *
 * @param reason a code of the contract
 * @param topic where they were read
 * @param from the first record time
 * @param to the record time before which they lie
 */
record Selection(
    Optional<String> reason, Optional<Topic> topic, Optional<Instant> from, Optional<Instant> to) {
  /** All there are. */
  static final Selection ALL =
      new Selection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  Selection {
    requireNonNull(topic, "topic is null");
    requireNonNull(from, "from is null");
    requireNonNull(to, "to is null");
    reason = reason.map(code -> code.toUpperCase(Locale.ROOT));
  }

  /** Those of one reason. */
  static Selection of(String reason) {
    return new Selection(Optional.of(reason), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A condition over the columns of {@code ops.dead_letters}. */
  String where() {
    List<String> conditions = new ArrayList<>(List.of("true"));
    reason.ifPresent(code -> conditions.add("reason = ?"));
    topic.ifPresent(name -> conditions.add("topic = ?"));
    from.ifPresent(time -> conditions.add("record_time >= ?"));
    to.ifPresent(time -> conditions.add("record_time < ?"));
    return String.join(" AND ", conditions);
  }

  /** Sets the condition's parameters; returns the index of the next one. */
  int set(PreparedStatement statement) throws SQLException {
    int index = 1;
    if (reason.isPresent()) {
      statement.setString(index++, reason.get());
    }
    if (topic.isPresent()) {
      statement.setString(index++, topic.get().topicName());
    }
    if (from.isPresent()) {
      statement.setObject(index++, from.get().atOffset(ZoneOffset.UTC));
    }
    if (to.isPresent()) {
      statement.setObject(index++, to.get().atOffset(ZoneOffset.UTC));
    }
    return index;
  }
}
