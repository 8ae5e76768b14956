package dev.highstreet.cli.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.cli.sales.TopicCounts;
import dev.highstreet.schemas.Topic;
import dev.highstreet.simulator.replay.ReplayReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final TopicCounts ORDERS = new TopicCounts(19_960, 2_104, 3, 2, 1, 40);
  private static final TopicCounts RETURNS = new TopicCounts(3_836, 0, 0, 0, 0, 40);
  private static final Summary COMPLETE = summary(22_110);
  private static final Summary ONE_LOST = summary(22_111);

  @Test
  void machinesGetOneLineWithEveryFigure() throws Exception {
    String line = SummaryJson.of(COMPLETE);
    assertThat(line).doesNotContain("\n");
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.path("run").asLong()).isEqualTo(7);
    assertThat(json.path("orders").toString())
        .isEqualTo(
            "{\"produced\":22070,\"accepted\":19960,\"quarantined\":2104,\"repeated\":3,\"late\":2,\"behind\":1}");
    assertThat(json.path("lines").toString())
        .isEqualTo("{\"accepted\":530104,\"quarantined\":{\"NON_POSITIVE_PRICE\":1181}}");
    assertThat(json.path("units").asLong()).isEqualTo(5_588_376);
    assertThat(json.path("distinctCustomers").asLong()).isEqualTo(4_338);
    assertThat(json.at("/returns/count").asLong()).isEqualTo(3_836);
    assertThat(json.at("/returns/units").asLong()).isEqualTo(277_574);
    assertThat(json.at("/rows/rejected/EMPTY_INVOICE").asLong()).isEqualTo(2);
    assertThat(json.at("/conservation/highstreet.orders/difference").asLong()).isZero();
    assertThat(json.at("/peakResidentBytes/process").asLong()).isEqualTo(3L << 29);
    assertThat(json.at("/seconds/firstEventToLastRow").asText()).isEqualTo("31.3");
  }

  @Test
  void amountsAreWrittenDigitByDigit() {
    assertThat(SummaryJson.of(COMPLETE))
        .contains("\"grossSales\":10666684.544,")
        .contains("\"refunds\":896812.49,");
  }

  @Test
  void peopleReadTheSameFigures() {
    assertThat(text(COMPLETE))
        .contains(
            "22,070 produced: 19,960 accepted, 2,104 quarantined, 3 repeated, 2 late, 1 behind")
        .contains("530,104 accepted, quarantined: 1,181 non positive price")
        .contains("gross sales  10,666,684.544")
        .contains("277,574 units in 3,836 returns, 896,812.49 refunded")
        .contains("rejected: 2 empty invoice (see rejects.csv)")
        .contains("at most 1,536 MB resident, and 200 MB in Postgres")
        .contains("8.2 s from start to ready, 31.3 s from the first event to the last row")
        .contains("Every record is accounted for (run 7).");
  }

  @Test
  void lostRecordIsNamedByTopicAndNumber() {
    assertThat(COMPLETE.mismatches()).isEmpty();
    assertThat(ONE_LOST.mismatches())
        .singleElement()
        .extracting(Conservation::explanation)
        .isEqualTo(
            "highstreet.orders: 22,111 records produced, 22,110 accounted for, a difference of 1");
    assertThat(text(ONE_LOST)).doesNotContain("Every record is accounted for");
  }

  private static String text(Summary summary) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SummaryText.print(summary, new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Summary summary(long orderRecords) {
    return new Summary(
        7,
        Optional.of(
            new ReplayReport(
                Map.of(Topic.ORDERS, 22_064L),
                10,
                541_909,
                Map.of("EMPTY_INVOICE", 2L),
                Path.of("rejects.csv"),
                Instant.EPOCH,
                Instant.EPOCH)),
        List.of(
            new Conservation("highstreet.orders", orderRecords, ORDERS),
            new Conservation("highstreet.returns", 3_876, RETURNS)),
        Map.of("NON_POSITIVE_PRICE", 1_181L),
        new Totals(
            530_104,
            5_588_376,
            new BigDecimal("10666684.544"),
            4_338,
            3_836,
            277_574,
            new BigDecimal("896812.49")),
        new Timings(Duration.ofMillis(8_150), Duration.ofMillis(31_270)),
        OptionalLong.of(3L << 29),
        200L << 20);
  }
}
