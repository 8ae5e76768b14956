package dev.highstreet.simulator.emit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.EventDecoder;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.Topic;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileEventSinkTest {
  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
  private static final OrderPlaced ORDER =
      ShopEvents.order("O1", NOON, null, ShopEvents.line(1, "MUG", 2, 2_950_000, 0));

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void choosesAFolder() {
    folder = temp.resolve("events");
  }

  @Test
  void eventsReadBackInOrderFromTheFileOfTheirTopic() throws Exception {
    List<OrderPlaced> orders =
        IntStream.range(0, 20_000) // more than a buffer holds
            .mapToObj(
                n -> ShopEvents.order("O" + n, NOON.plusMillis(n), null, ORDER.getLines().get(0)))
            .toList();
    try (FileEventSink sink = FileEventSink.create(folder)) {
      sink.emit(Topic.PRODUCTS, "MUG", ShopEvents.product("MUG", "RED MUG", NOON));
      orders.forEach(order -> sink.emit(Topic.ORDERS, order.getOrderId(), order));
      sink.tick(NOON);
    }
    assertThat(folder).isDirectoryNotContaining("regex:.*(orders|products)\\.partial");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("highstreet.orders.events", "highstreet.products.events");
    }
    EventDecoder decoder = new EventDecoder();
    List<Object> read = new ArrayList<>();
    for (byte[] record : records("highstreet.orders")) {
      read.add(decoder.decode(record));
    }
    assertThat(read).isEqualTo(orders);
  }

  @Test
  void recordThatIsLargerThanABufferIsWrittenWhole() throws Exception {
    byte[] large = "x".repeat(3 << 20).getBytes(UTF_8);
    try (FileEventSink sink = FileEventSink.create(folder)) {
      sink.emitBytes(Topic.ORDERS, "O1", NOON, new byte[] {1});
      sink.emitBytes(Topic.ORDERS, "O2", NOON, large);
      sink.emitBytes(Topic.ORDERS, "O3", NOON, new byte[] {});
    }
    assertThat(records("highstreet.orders")).containsExactly(new byte[] {1}, large, new byte[] {});
  }

  @Test
  void folderAppearsWhenTheSinkIsClosed() {
    try (FileEventSink sink = FileEventSink.create(folder)) {
      sink.emit(Topic.ORDERS, "O1", ORDER);
      sink.flush();
      assertThat(folder).doesNotExist();
    }
    assertThat(folder).isDirectory();
    assertThat(temp).isDirectoryNotContaining("glob:**.partial");
  }

  @Test
  void folderThatWasCutShortDoesNotAppear() {
    FileEventSink sink = FileEventSink.create(folder);
    sink.emit(Topic.ORDERS, "O1", ORDER);
    sink.abandon();
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void runThatDiedLeavesNothingInTheNextOnesWay() throws Exception {
    FileEventSink died = FileEventSink.create(folder);
    died.emit(Topic.ORDERS, "O1", ORDER);
    died.flush();
    try (FileEventSink next = FileEventSink.create(folder)) {
      next.emit(Topic.PRODUCTS, "MUG", ShopEvents.product("MUG", "RED MUG", NOON));
    }
    assertThat(folder.resolve("highstreet.products.events")).exists();
    assertThat(folder.resolve("highstreet.orders.events")).doesNotExist();
  }

  @Test
  void folderThatHoldsSomethingIsRefused() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> FileEventSink.create(folder))
        .isInstanceOf(EmitException.class)
        .hasMessage("%s is there already: name a new folder, or delete it", folder);
    assertThat(folder.resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void placeThatCannotBeAFolderIsNamed() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "");
    assertThatThrownBy(() -> FileEventSink.create(file.resolve("events")))
        .isInstanceOf(EmitException.class)
        .hasMessageStartingWith("cannot write to %s: ", file.resolve("events"))
        .hasMessageContaining(file.toString());
  }

  @Test
  void eventOfAnotherTopicIsRefused() {
    try (FileEventSink sink = FileEventSink.create(folder)) {
      assertThatThrownBy(() -> sink.emit(Topic.RETURNS, "O1", ORDER))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("highstreet.returns does not carry OrderPlaced");
    }
  }

  private List<byte[]> records(String topic) throws IOException {
    List<byte[]> records = new ArrayList<>();
    Path file = folder.resolve(topic + ".events");
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      for (long left = Files.size(file); left > 0; ) {
        byte[] record = in.readNBytes(in.readInt());
        records.add(record);
        left -= Integer.BYTES + record.length;
      }
    }
    return records;
  }
}
