package dev.highstreet.jobs.sales;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A delta between two operators, byte by byte: most of a job's bytes are these. Flink's own way
 * reads and writes each field by reflection and each customer by single characters, and took three
 * times as long. Never part of a checkpoint, so it may change from version to version.
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
    SalesTotals totals = delta.totals();
    out.writeLong(totals.orders);
    out.writeLong(totals.units);
    out.writeLong(totals.grossMicros);
    out.writeLong(totals.discountMicros);
    out.writeLong(totals.netMicros);
    out.writeLong(totals.costMicros);
    out.writeLong(totals.returnedUnits);
    out.writeLong(totals.refundMicros);
    out.writeLong(totals.returnedCostMicros);
    out.writeInt(totals.customers.size());
    for (String customer : totals.customers) {
      write(customer, out);
    }
  }

  @Override
  public SalesDelta deserialize(DataInputView in) throws IOException {
    String mart = MARTS.get(in.readByte());
    Block block = new Block(mart, in.readLong(), in.readInt());
    String group = read(in);
    SalesTotals totals = new SalesTotals();
    totals.orders = in.readLong();
    totals.units = in.readLong();
    totals.grossMicros = in.readLong();
    totals.discountMicros = in.readLong();
    totals.netMicros = in.readLong();
    totals.costMicros = in.readLong();
    totals.returnedUnits = in.readLong();
    totals.refundMicros = in.readLong();
    totals.returnedCostMicros = in.readLong();
    int customers = in.readInt();
    Set<String> read = totals.customers;
    if (customers > 1) {
      read = new HashSet<>((int) (customers / 0.75f) + 1);
      totals.customers = read;
    }
    for (int i = 0; i < customers; i++) {
      read.add(read(in));
    }
    return new SalesDelta(block, group, totals);
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
    SalesTotals totals = new SalesTotals();
    totals.add(from.totals());
    return new SalesDelta(from.block(), from.group(), totals);
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
    return new SalesDelta(new Block(MARTS.get(0), 0, 0), "", new SalesTotals());
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
