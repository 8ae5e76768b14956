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
            .map(
                block ->
                    new SalesDelta(block, "teapot", partial(List.of("alice", "bob", "alice"))));
    Block total = new Block("daily_sales", Long.MAX_VALUE, 15);
    return Stream.concat(
        ofEachMart,
        Stream.of(
            new SalesDelta(total, "", new SalesPartial()),
            new SalesDelta(total, "x".repeat(254), partial(List.of())),
            new SalesDelta(total, "x".repeat(255), partial(List.of(""))),
            new SalesDelta(
                total, "é€🛍".repeat(10_000), partial(List.of("Zoë", "y".repeat(70_000)))),
            new SalesDelta(
                total, "", partial(IntStream.range(0, 3_000).mapToObj(i -> "C-" + i).toList()))));
  }

  private static SalesPartial partial(List<String> customers) {
    SalesPartial partial = new SalesPartial();
    partial.orders = 1;
    partial.units = -2;
    partial.grossMicros = Long.MAX_VALUE;
    partial.discountMicros = Long.MIN_VALUE;
    partial.netMicros = 5;
    partial.costMicros = 6;
    partial.returnedUnits = 7;
    partial.refundMicros = 8;
    partial.returnedCostMicros = 9;
    partial.customers.addAll(customers);
    return partial;
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
    SalesDelta delta =
        new SalesDelta(new Block("daily_sales", 1, 0), "", partial(List.of("alice")));
    SalesDelta copy = serializer.copy(delta);
    assertThat(copy).usingRecursiveComparison().isEqualTo(delta);

    delta.partial().customers.add("bob");
    delta.partial().orders++;

    assertThat(copy.partial().customers).containsExactly("alice");
    assertThat(copy.partial().orders).isEqualTo(1);
  }

  private byte[] bytes(SalesDelta delta) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(delta, out);
    return out.getCopyOfBuffer();
  }
}
