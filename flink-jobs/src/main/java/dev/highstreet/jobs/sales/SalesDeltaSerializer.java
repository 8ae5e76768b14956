package dev.highstreet.jobs.sales;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A delta between two operators, byte by byte: most of a job's bytes are these. Flink's own way
 * reads and writes each field by reflection and each customer by single characters, and took more
 * than twice as many samples of a profile. Never part of a checkpoint, so it may change from
 * version to version.
 */
final class SalesDeltaSerializer extends TypeSerializerSingleton<SalesDelta> {
  static final SalesDeltaSerializer INSTANCE = new SalesDeltaSerializer();

  private static final long serialVersionUID = 1L;

  private static final int LONG_TEXT = 255;
  private static final List<String> MARTS = SalesMart.all().stream().map(SalesMart::name).toList();
  private static final Map<String, Integer> NUMBERS = numbers();

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    MARTS.forEach(mart -> numbers.put(mart, numbers.size()));
    return numbers;
  }

  @Override
  public void serialize(SalesDelta delta, DataOutputView out) throws IOException {
    out.writeByte(NUMBERS.get(delta.block().mart()));
    out.writeLong(delta.block().period());
    out.writeInt(delta.block().shard());
    write(delta.group(), out);
    SalesPartial partial = delta.partial();
    out.writeLong(partial.orders);
    out.writeLong(partial.units);
    out.writeLong(partial.grossMicros);
    out.writeLong(partial.discountMicros);
    out.writeLong(partial.netMicros);
    out.writeLong(partial.costMicros);
    out.writeLong(partial.returnedUnits);
    out.writeLong(partial.refundMicros);
    out.writeLong(partial.returnedCostMicros);
    out.writeInt(partial.customers.size());
    for (String customer : partial.customers) {
      write(customer, out);
    }
  }

  @Override
  public SalesDelta deserialize(DataInputView in) throws IOException {
    String mart = MARTS.get(in.readByte());
    Block block = new Block(mart, in.readLong(), in.readInt());
    String group = read(in);
    SalesPartial partial = new SalesPartial();
    partial.orders = in.readLong();
    partial.units = in.readLong();
    partial.grossMicros = in.readLong();
    partial.discountMicros = in.readLong();
    partial.netMicros = in.readLong();
    partial.costMicros = in.readLong();
    partial.returnedUnits = in.readLong();
    partial.refundMicros = in.readLong();
    partial.returnedCostMicros = in.readLong();
    int customers = in.readInt();
    partial.customers = new ArrayList<>(customers);
    for (int i = 0; i < customers; i++) {
      partial.customers.add(read(in));
    }
    return new SalesDelta(block, group, partial);
  }

  private static void write(String text, DataOutputView out) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    if (bytes.length < LONG_TEXT) {
      out.writeByte(bytes.length);
    } else {
      out.writeByte(LONG_TEXT);
      out.writeInt(bytes.length);
    }
    out.write(bytes);
  }

  private static String read(DataInputView in) throws IOException {
    int length = in.readUnsignedByte();
    byte[] bytes = new byte[length < LONG_TEXT ? length : in.readInt()];
    in.readFully(bytes);
    return new String(bytes, UTF_8);
  }

  @Override
  public SalesDelta copy(SalesDelta from) {
    SalesPartial partial = new SalesPartial();
    partial.orders = from.partial().orders;
    partial.units = from.partial().units;
    partial.grossMicros = from.partial().grossMicros;
    partial.discountMicros = from.partial().discountMicros;
    partial.netMicros = from.partial().netMicros;
    partial.costMicros = from.partial().costMicros;
    partial.returnedUnits = from.partial().returnedUnits;
    partial.refundMicros = from.partial().refundMicros;
    partial.returnedCostMicros = from.partial().returnedCostMicros;
    partial.customers = new ArrayList<>(from.partial().customers);
    return new SalesDelta(from.block(), from.group(), partial);
  }

  @Override
  public SalesDelta copy(SalesDelta from, SalesDelta reuse) {
    return copy(from);
  }

  @Override
  public SalesDelta deserialize(SalesDelta reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    serialize(deserialize(in), out);
  }

  @Override
  public SalesDelta createInstance() {
    return new SalesDelta(new Block(MARTS.get(0), 0, 0), "", new SalesPartial());
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public TypeSerializerSnapshot<SalesDelta> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Asked for by Flink when a job is built. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<SalesDelta> {
    /** For Flink. */
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
