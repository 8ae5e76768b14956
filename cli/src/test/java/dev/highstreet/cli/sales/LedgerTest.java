package dev.highstreet.cli.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final String ORDERS = "highstreet.orders";
  private static final TopicCounts COUNTS = new TopicCounts(10, 5, 4, 3, 2, 8);
  private static final Ledger LEDGER = new Ledger(Map.of(ORDERS, COUNTS), Map.of());
  private static final ResumePoint.Origin OURS = new ResumePoint.Origin("kafka-1", "embedded");
  private static final TopicOffsets HALF_WAY =
      new TopicOffsets(Map.of(ORDERS, Map.of(0, 7L, 1, 3L)));
  private static final TopicOffsets ENDS =
      new TopicOffsets(Map.of(ORDERS, Map.of(0, 20L, 1, 22L), "highstreet.returns", Map.of(0, 5L)));

  @Test
  void everyOutcomeAddsToItsOwnCountAndToTheRecords() {
    TopicCounts counts = TopicCounts.NONE;
    for (String outcome :
        new String[] {"ACCEPTED", "QUARANTINED", "REPEATED", "LATE", "BEHIND", "TICK"}) {
      counts = counts.plus(outcome, 1);
    }
    assertThat(counts).isEqualTo(new TopicCounts(1, 1, 1, 1, 1, 1));
    assertThat(counts.events()).isEqualTo(5);
    assertThat(counts.records()).isEqualTo(6);
  }

  @Test
  void faultyLinesAreNoRecords() {
    assertThat(TopicCounts.NONE.plus("LINE_QUARANTINED", 0)).isEqualTo(TopicCounts.NONE);
  }

  @Test
  void recordsAreAccountedForWhenEveryTopicIs() {
    assertThat(LEDGER.accountsFor(Map.of(ORDERS, 32L))).isTrue();
    assertThat(LEDGER.accountsFor(Map.of(ORDERS, 33L))).isFalse();
    assertThat(LEDGER.accountsFor(Map.of(ORDERS, 32L, "highstreet.returns", 1L))).isFalse();
  }

  @Test
  void recordsAreCountedFromWhereARunBegan() {
    assertThat(HALF_WAY.recordsUpTo(ENDS))
        .containsEntry(ORDERS, 32L)
        .containsEntry("highstreet.returns", 5L)
        .containsEntry("highstreet.products", 0L);
  }

  @Test
  void accountEndsWhereEverythingWasCounted() {
    assertThat(HALF_WAY.after(Map.of(ORDERS, 32L, "highstreet.returns", 5L), ENDS)).isEqualTo(ENDS);
  }

  @Test
  void accountOfARunThatWasStoppedHalfWayIsExactByTopic() {
    for (long counted = 0; counted <= 32; counted++) {
      TopicOffsets reached = HALF_WAY.after(Map.of(ORDERS, counted), ENDS);
      assertThat(HALF_WAY.recordsUpTo(reached))
          .containsEntry(ORDERS, counted)
          .containsEntry("highstreet.returns", 0L);
      reached
          .byTopic()
          .get(ORDERS)
          .forEach(
              (partition, offset) -> {
                assertThat(offset)
                    .isGreaterThanOrEqualTo(HALF_WAY.byTopic().get(ORDERS).get(partition));
                assertThat(offset).isLessThanOrEqualTo(ENDS.byTopic().get(ORDERS).get(partition));
              });
    }
  }

  @Test
  void accountsOfAChainOfRunsAddUpToWhatWasProduced() {
    TopicOffsets second = HALF_WAY.after(Map.of(ORDERS, 11L, "highstreet.returns", 2L), ENDS);
    TopicOffsets third = second.after(Map.of(ORDERS, 21L, "highstreet.returns", 3L), ENDS);
    assertThat(third).isEqualTo(ENDS);
  }

  @Test
  void offsetsAreWrittenAsTheDatabaseKeepsThem() throws JsonProcessingException {
    assertThat(HALF_WAY.toJson()).isEqualTo("{\"highstreet.orders\":{\"0\":7,\"1\":3}}");
    assertThat(TopicOffsets.fromJson(HALF_WAY.toJson())).isEqualTo(HALF_WAY);
  }

  @Test
  void resumePointIsReadAsItWasWritten(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("resume.json");
    assertThat(ResumePoint.read(file)).isEmpty();
    ResumePoint point = new ResumePoint(OURS, 7, "file:/data/savepoint-1", HALF_WAY);
    point.write(file);
    assertThat(ResumePoint.read(file)).contains(point);
  }

  @Test
  void savepointThatSomebodyAskedForIsKept(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("resume.json");
    Path asked = Files.createDirectories(directory.resolve("flink").resolve("savepoint-1"));
    ResumePoint point = new ResumePoint(OURS, 7, "file:" + asked, HALF_WAY);
    point.writeBeside();
    point.replace(file, directory.resolve("flink"));
    new ResumePoint(OURS, 8, "file:/data/savepoint-2", ENDS)
        .replace(file, directory.resolve("flink"));
    assertThat(ResumePoint.beside(new Savepoint("file:" + asked))).contains(point);
  }

  @Test
  void savepointIsNamedByPathOrByAddress(@TempDir Path directory) throws IOException {
    Files.createFile(directory.resolve("_metadata"));
    Savepoint named = new Savepoint("file:" + directory);
    assertThat(Savepoint.named(directory.toString())).isEqualTo(named);
    assertThat(Savepoint.named(directory + "/_metadata")).isEqualTo(named);
    assertThat(Savepoint.named("file:" + directory + "/")).isEqualTo(named);
    assertThat(Savepoint.named("file://" + directory)).isEqualTo(named);
    assertThat(Savepoint.named("s3://bucket/savepoint-1/"))
        .isEqualTo(new Savepoint("s3://bucket/savepoint-1"));
  }

  @Test
  void savepointThatIsReplacedIsDeletedIfItIsOurs(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("resume.json");
    Path ours = Files.createDirectories(directory.resolve("flink").resolve("savepoint-1"));
    Files.createFile(ours.resolve("_metadata"));
    Path theirs = Files.createDirectory(directory.resolve("savepoint-2"));
    for (String savepoint :
        List.of(ours.toUri().toString(), theirs.toUri().toString(), "file:/data/savepoint-3")) {
      new ResumePoint(OURS, 7, savepoint, HALF_WAY).replace(file, directory.resolve("flink"));
    }
    assertThat(ours).doesNotExist();
    assertThat(theirs).exists();
    assertThat(ResumePoint.read(file))
        .map(ResumePoint::savepoint)
        .contains("file:/data/savepoint-3");
  }
}
