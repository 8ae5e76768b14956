package dev.highstreet.jobs.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SalesDeltaSerializerTest {
  private final TypeSerializer<SalesDelta> serializer =
      new SalesDeltaType().createSerializer(new SerializerConfigImpl());

  static Stream<SalesDelta> deltas() {
    Stream<SalesDelta> ofEachMart =
        SalesMart.all().stream()
            .map(mart -> Block.of(mart.grouping(), mart.grain(), -7, "teapot"))
            .map(block -> new SalesDelta(block, "teapot", totals(List.of("alice", "bob"))));
    Block total = new Block("daily_sales", Long.MAX_VALUE, 15);
    return Stream.concat(
        ofEachMart,
        Stream.of(
            new SalesDelta(total, "", new SalesTotals()),
            new SalesDelta(total, "x".repeat(254), totals(List.of())),
            new SalesDelta(total, "x".repeat(255), totals(List.of(""))),
            new SalesDelta(
                total, "é€🛍".repeat(10_000), totals(List.of("Zoë", "y".repeat(70_000)))),
            new SalesDelta(
                total, "", totals(IntStream.range(0, 3_000).mapToObj(i -> "C-" + i).toList()))));
  }

  private static SalesTotals totals(List<String> customers) {
    SalesTotals totals = new SalesTotals();
    totals.orders = 1;
    totals.units = -2;
    totals.grossMicros = Long.MAX_VALUE;
    totals.discountMicros = Long.MIN_VALUE;
    totals.netMicros = 5;
    totals.costMicros = 6;
    totals.returnedUnits = 7;
    totals.refundMicros = 8;
    totals.returnedCostMicros = 9;
    totals.customers.addAll(customers);
    return totals;
  }

  @ParameterizedTest
  @MethodSource("deltas")
  void deltaArrivesAsItWasSent(SalesDelta delta) throws IOException {
    byte[] bytes = bytes(delta);
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    assertThat(serializer.deserialize(in)).usingRecursiveComparison().isEqualTo(delta);
    assertThat(in.available()).as("bytes left over").isZero();
    DataOutputSerializer passedOn = new DataOutputSerializer(64);
    serializer.copy(new DataInputDeserializer(bytes), passedOn);
    DataInputDeserializer again = new DataInputDeserializer(passedOn.getCopyOfBuffer());
    assertThat(serializer.deserialize(again)).usingRecursiveComparison().isEqualTo(delta);
  }

  @Test
  void copyDoesNotChangeWithWhatItWasMadeOf() {
    SalesDelta delta = new SalesDelta(new Block("daily_sales", 1, 0), "", totals(List.of("alice")));
    SalesDelta copy = serializer.copy(delta);
    assertThat(copy).usingRecursiveComparison().isEqualTo(delta);

    delta.totals().customers.add("bob");
    delta.totals().orders++;

    assertThat(copy.totals().customers).containsExactly("alice");
    assertThat(copy.totals().orders).isEqualTo(1);
  }

  private byte[] bytes(SalesDelta delta) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(delta, out);
    return out.getCopyOfBuffer();
  }
}
