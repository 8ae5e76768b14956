package dev.highstreet.schemas.inspect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.schemas.ClockTick;
import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.WireReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HexDumpTest {
  private static final byte[] TICK =
      new EventEncoder()
          .encode(
              ClockTick.newBuilder()
                  .setEventId(new EventId(new byte[16]))
                  .setOccurredAt(Instant.EPOCH)
                  .setReceivedAt(Instant.EPOCH)
                  .build());

  @Test
  void markerAndFingerprintAreTheFirstTenBytesOfAnEvent() {
    List<HexDump.Row> rows = rows(TICK, TICK.length);

    assertThat(rows.get(0).pieces())
        .extracting(HexDump.Piece::mark)
        .containsExactly(
            HexDump.Mark.MARKER,
            HexDump.Mark.FINGERPRINT,
            HexDump.Mark.FINGERPRINT,
            HexDump.Mark.PLAIN);
    assertThat(rows.get(0).pieces().get(0).hex()).isEqualTo("c3 01");
    assertThat(rows.get(1).offset()).isEqualTo("0010");
  }

  @Test
  void bytesAtWhichReadingStopsAreFaulty() {
    byte[] more = Arrays.copyOf(TICK, TICK.length + 3);

    List<HexDump.Piece> faulty =
        rows(more, more.length).stream()
            .flatMap(row -> row.pieces().stream())
            .filter(piece -> piece.mark() == HexDump.Mark.FAULTY)
            .toList();

    assertThat(faulty).extracting(HexDump.Piece::hex).containsExactly("00 00 00");
  }

  @Test
  void whatIsNoFrameIsFaultyFromTheStart() {
    HexDump.Row row = rows("no event <b>".getBytes(US_ASCII), 100).get(0);

    assertThat(row.pieces().get(0)).isEqualTo(new HexDump.Piece("", "6e 6f", HexDump.Mark.FAULTY));
    assertThat(row.ascii()).isEqualTo("no event <b>");
  }

  @Test
  void everyRowIsAsWideAsTheOthersWhateverItsLength() {
    for (int length = 1; length <= 16; length++) {
      HexDump.Row row = rows(new byte[length], 100).get(0);
      int width =
          row.pieces().stream().mapToInt(piece -> (piece.gap() + piece.hex()).length()).sum();
      assertThat(width + row.gap().length()).as("%d bytes", length).isEqualTo(16 * 3 + 2);
    }
  }

  @Test
  void onlyTheFirstBytesAreShownOfMany() {
    assertThat(rows(new byte[5_000], 4_096)).hasSize(256);
  }

  private static List<HexDump.Row> rows(byte[] bytes, int atMost) {
    return HexDump.rows(bytes, new WireReader().read(bytes), atMost);
  }
}
