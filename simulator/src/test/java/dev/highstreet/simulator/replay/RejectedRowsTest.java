package dev.highstreet.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.simulator.emit.RecordingSink;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectedRowsTest {
  private static final String GOOD = "700001,31002,RED MUG,1,2011-01-03 09:00:00,2.95,,UK";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "700002,31002,RED MUG | WRONG_FIELD_COUNT | 3 fields, but the header has 8",
        "700002,31002,RED, MUG,1,2011-01-03 09:00:00,2.95,,UK | WRONG_FIELD_COUNT | 9 fields, but"
            + " the header has 8",
        ",31002,RED MUG,1,2011-01-03 09:00:00,2.95,,UK | EMPTY_INVOICE | no invoice number",
        "700002,31002,RED MUG,six,2011-01-03 09:00:00,2.95,,UK | UNPARSEABLE_QUANTITY | quantity"
            + " 'six' is no number",
        "700002,31002,RED MUG,1.5,2011-01-03 09:00:00,2.95,,UK | UNPARSEABLE_QUANTITY | quantity"
            + " 1.5 is no whole number",
        "700002,31002,RED MUG,2147483648,2011-01-03 09:00:00,2.95,,UK | QUANTITY_OUT_OF_RANGE |"
            + " quantity 2147483648 is beyond ±2147483647",
        "700002,31002,RED MUG,-2147483648,2011-01-03 09:00:00,2.95,,UK | QUANTITY_OUT_OF_RANGE |"
            + " quantity -2147483648 is beyond ±2147483647",
        "700002,31002,RED MUG,1e999999999,2011-01-03 09:00:00,2.95,,UK | QUANTITY_OUT_OF_RANGE |"
            + " quantity 1e999999999 is beyond ±2147483647",
        "700002,31002,RED MUG,1,03/01/2011,2.95,,UK | UNPARSEABLE_TIME | time '03/01/2011'",
        "700002,31002,RED MUG,1,1969-12-31 23:59:59,2.95,,UK | TIME_OUT_OF_RANGE | time 1969-12-31"
            + " 23:59:59 is not within the years 1970 to 9999 (UTC)",
        "700002,31002,RED MUG,1,+10000-01-01 00:00:00,2.95,,UK | TIME_OUT_OF_RANGE | time"
            + " +10000-01-01 00:00:00 is not within the years 1970 to 9999 (UTC)",
        "700002,31002,RED MUG,1,+300000000-01-01 00:00:00,2.95,,UK | TIME_OUT_OF_RANGE | time"
            + " +300000000-01-01 00:00:00 is not within",
        "700002,31002,RED MUG,1,2011-01-03 09:00:00,,,UK | UNPARSEABLE_PRICE | price '' is no"
            + " decimal number",
        "700002,31002,RED MUG,2000000000,2011-01-03 09:00:00,9000000,,UK | PRICE_OUT_OF_RANGE |"
            + " 2000000000 × 9000000",
      })
  void rowThatCannotBecomeAnEventIsListedAndTheRestGoesOn(String row, String reason, String detail)
      throws UnusableFileException {
    Path file = ShopFile.write(folder, GOOD, row, GOOD);
    RecordingSink sink = new RecordingSink();
    ReplayReport report =
        Replay.open(ReplayOptions.of(file, folder.resolve("rejects.csv"))).run(sink, p -> {});
    assertThat(report.rows()).isEqualTo(3);
    assertThat(report.rejectedByReason()).isEqualTo(Map.of(reason, 1L));
    assertThat(report.rejectsFile()).isEqualTo(folder.resolve("rejects.csv"));
    assertThat(sink.of(OrderPlaced.class).get(0).getLines()).hasSize(2);
    assertThat(ShopFile.rejects(folder))
        .singleElement()
        .asString()
        .startsWith("3," + reason + ",")
        .contains(detail)
        .endsWith(",\"" + row + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TEXT,31002,RED MUG,1,2011-01-03 09:00:00,2.95,,UK | invoice",
        "700002,31002,TEXT,1,2011-01-03 09:00:00,2.95,,UK | description",
        "700002,31002,RED MUG,1,2011-01-03 09:00:00,2.95,TEXT,UK | customer",
      })
  void textTooLongForAnEventIsNamedByItsColumn(String row, String column)
      throws UnusableFileException {
    ShopFile.replay(
        folder, row.replace("TEXT", "x".repeat(10_000)), row.replace("TEXT", "x".repeat(10_001)));
    assertThat(ShopFile.rejects(folder))
        .singleElement()
        .asString()
        .startsWith("3,FIELD_TOO_LONG,\"%s of 10001 characters".formatted(column));
  }

  @Test
  void numberOfManyDigitsIsRefusedUnreadAndCutInTheMessage() throws UnusableFileException {
    String digits = "9".repeat(5_000_000);
    String start = digits.substring(0, 40);
    ShopFile.replay(
        folder,
        GOOD,
        "700002,31002,RED MUG,%s,2011-01-03 09:00:00,2.95,,UK".formatted(digits),
        "700002,31002,RED MUG,1,2011-01-03 09:00:00,%s,,UK".formatted(digits));
    List<String> rejects = ShopFile.rejects(folder);
    assertThat(rejects.get(0))
        .startsWith(
            "3,QUANTITY_OUT_OF_RANGE,\"quantity %s… of 5000000 characters, but at most 40"
                .formatted(start));
    assertThat(rejects.get(1))
        .startsWith(
            "4,PRICE_OUT_OF_RANGE,\"price %s… of 5000000 characters, but at most 40"
                .formatted(start));
  }

  @Test
  void wholeNumberWithDecimalsIsAQuantity() throws UnusableFileException {
    RecordingSink sink =
        ShopFile.replay(folder, "700001,31002,RED MUG,12.0,2011-01-03 09:00:00,2.95,,UK");
    assertThat(sink.of(OrderPlaced.class).get(0).getLines().get(0).getQuantity()).isEqualTo(12);
  }

  @Test
  void firstAndLastTimesInRangeAreTaken() throws UnusableFileException {
    RecordingSink sink =
        ShopFile.replay(
            folder,
            "700001,31002,RED MUG,1,1970-01-01 01:00:00,2.95,,UK", // London was an hour ahead
            "700002,31002,RED MUG,1,9999-12-31 23:59:59,2.95,,UK");
    assertThat(sink.of(OrderPlaced.class))
        .extracting(OrderPlaced::getOccurredAt)
        .containsExactly(Instant.EPOCH, Instant.parse("9999-12-31T23:59:59Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "700002,31002,\"RED MUG,1,2011-01-03 09:00:00,2.95,,UK | 3",
        "700002,31002,RED MUG,1,2011-01-03 09:00:00,2.95,,\"UK | 8",
      })
  void quoteThatIsNeverClosedIsNamedWithTheLinesItSwallowsAndTheirText(String row, int field)
      throws UnusableFileException {
    ShopFile.replay(folder, GOOD, row, GOOD, GOOD);
    assertThat(String.join("\n", ShopFile.rejects(folder)))
        .startsWith("3,UNCLOSED_QUOTE,")
        .contains("that opens field %d is not closed; lines swallowed: 2".formatted(field))
        .contains(GOOD + "\n" + GOOD);
  }

  @Test
  void quoteThatTheNextRowClosesInTheSameColumnMakesNoRowOfTwo() throws UnusableFileException {
    ShopFile.replay(
        folder,
        GOOD,
        "700002,31002,\"RED MUG,1,2011-01-03 09:00:00,2.95,,UK",
        "700003,31002,\"RED MUG\",1,2011-01-03 09:00:00,2.95,,UK");
    assertThat(String.join("\n", ShopFile.rejects(folder)))
        .startsWith("3,UNCLOSED_QUOTE,")
        .contains("that opens field 3 is not closed; lines swallowed: 1");
  }

  @Test
  void rejectsFileTellsOfTheLastReplayOnly() throws UnusableFileException {
    ShopFile.replay(folder, GOOD, "700002,31002");
    assertThat(ShopFile.rejects(folder)).hasSize(1);
    ShopFile.replay(folder, GOOD);
    assertThat(ShopFile.rejects(folder)).isEmpty();
  }

  @Test
  void fileWithoutOneUsableRowIsNamedTogetherWithItsRejects() {
    ShopFile.write(folder, "700002,31002", "700003,31002");
    assertThatThrownBy(() -> Replay.open(ShopFile.options(folder)))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageMatching(
            "none of the 2 rows of .*shop.csv can become an event: see .*rejects.csv");
  }

  @Test
  void rejectsFileThatCannotBeWrittenIsNamed() {
    Path file = ShopFile.write(folder, GOOD);
    ReplayOptions options = ReplayOptions.of(file, file.resolve("rejects.csv"));
    assertThatThrownBy(() -> Replay.open(options))
        .isInstanceOf(UnusableFileException.class)
        .hasMessage(
            "cannot write rejected rows to %s: %s is a file, not a folder",
            options.rejectsFile(), file);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void fullDiskIsSaidToBeTheRejectsFiles() {
    Path file = ShopFile.write(folder, GOOD, "700002,31002");
    assertThatThrownBy(() -> Replay.open(ReplayOptions.of(file, Path.of("/dev/full"))))
        .isInstanceOf(UnusableFileException.class)
        .hasMessage("cannot write rejected rows to /dev/full: No space left on device");
  }
}
