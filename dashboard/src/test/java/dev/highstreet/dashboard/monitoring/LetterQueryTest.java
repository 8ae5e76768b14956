package dev.highstreet.dashboard.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.dashboard.InventedShop;
import dev.highstreet.dashboard.shell.Database;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.sql.Roles;
import dev.highstreet.testsupport.PostgresExtension;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LetterQueryTest {
  @RegisterExtension static final PostgresExtension POSTGRES = new PostgresExtension();

  private InventedShop shop;
  private Database database;
  private LetterQuery query;

  @BeforeEach
  void open() throws SQLException {
    POSTGRES.emptyTables();
    shop = InventedShop.empty(POSTGRES);
    database = Database.open(shop.url(), Roles.READER, "");
    query = new LetterQuery(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void everyLetterIsOnOnePageOfTheListAlsoThoseOfOneMoment() {
    letters(60, "orders", "NON_POSITIVE_QUANTITY");

    List<LetterRow> seen = new ArrayList<>();
    LetterFilter filter = filter(Map.of());
    for (int page = 0; page < 3; page++) {
      LetterList list = LetterList.of(query.list(filter, LetterList.LENGTH + 1));
      seen.addAll(list.rows());
      filter =
          filter(list.older().map(place -> Map.of("before", place.toString())).orElse(Map.of()));
    }

    assertThat(seen).hasSize(60).doesNotHaveDuplicates();
    assertThat(seen.get(0).where()).isEqualTo("partition 0, offset 60, line 2");
  }

  @Test
  void listIsNarrowedByReasonAndTopic() {
    letters(3, "orders", "NON_POSITIVE_QUANTITY");
    letters(2, "returns", "UNDECODABLE");

    assertThat(query.list(filter(Map.of("reason", "UNDECODABLE")), 10)).hasSize(2);
    assertThat(query.list(filter(Map.of("topic", "highstreet.orders")), 10)).hasSize(3);
    assertThat(
            query.list(filter(Map.of("topic", "highstreet.orders", "reason", "UNDECODABLE")), 10))
        .isEmpty();
    LetterCounts counts = query.counts();
    assertThat(counts.total()).isEqualTo(5);
    assertThat(counts.byReason(Optional.of("highstreet.returns")))
        .containsExactly(Map.entry("UNDECODABLE", 2L));
    assertThat(counts.byTopic(Optional.empty()))
        .containsExactly(Map.entry("highstreet.orders", 3L), Map.entry("highstreet.returns", 2L));
  }

  @Test
  void recordIsReadWithAllItsFaultsAndWhenItWasSentBack() {
    shop.execute(
        """
        INSERT INTO ops.dead_letters
        VALUES ('highstreet.orders', 0, 17, 1, 'CLEAN', 'NON_POSITIVE_PRICE', 'unit price is 0', NULL, NULL,
                '2011-12-01 12:00Z', 'A-1'::bytea, 'bytes'::bytea, 1, now()),
               ('highstreet.orders', 0, 17, 3, 'ENRICH', 'UNKNOWN_PRODUCT', 'no teapot', NULL, NULL,
                '2011-12-01 12:00Z', NULL, NULL, 1, now());
        INSERT INTO ops.letter_replays (topic, partition, "offset", to_partition, to_offset, repaired)
        VALUES ('highstreet.orders', 0, 17, 0, 99, true);
        """);

    Letter letter = query.letter(new LetterPlace("highstreet.orders", 0, 17)).orElseThrow();

    assertThat(letter.faults()).extracting(Letter.Fault::line).containsExactly(1, 3);
    assertThat(new String(letter.bytes().orElseThrow(), StandardCharsets.UTF_8)).isEqualTo("bytes");
    assertThat(letter.keyShown()).contains("A-1");
    assertThat(letter.replays()).extracting(Letter.Replay::offset).containsExactly(99L);
    assertThat(query.list(filter(Map.of()), 10)).allMatch(LetterRow::replayed);
    assertThat(query.letter(new LetterPlace("highstreet.orders", 0, 18))).isEmpty();
  }

  @Test
  void recordWithoutAValueHasNoBytes() {
    shop.execute(
        """
        INSERT INTO ops.dead_letters
        VALUES ('highstreet.orders', 0, 17, 0, 'DECODE', 'UNDECODABLE', 'no value', NULL, NULL,
                '2011-12-01 12:00Z', NULL, NULL, 1, now())
        """);

    Letter letter = query.letter(new LetterPlace("highstreet.orders", 0, 17)).orElseThrow();

    assertThat(letter.bytes()).isEmpty();
    assertThat(letter.contents().read().problem()).contains("the record has no value");
    assertThat(letter.rows(letter.contents())).isEmpty();
  }

  private void letters(int count, String topic, String reason) {
    shop.execute(
        """
        INSERT INTO ops.dead_letters
        SELECT 'highstreet.%s', 0, n, 2, 'CLEAN', '%s', 'why', NULL, NULL, '2011-12-01 12:00Z', NULL, NULL, 1, now()
        FROM generate_series(1, %d) AS n
        """
            .formatted(topic, reason, count));
  }

  private static LetterFilter filter(Map<String, String> parameters) {
    return LetterFilter.read(Parameters.of(parameters));
  }
}
