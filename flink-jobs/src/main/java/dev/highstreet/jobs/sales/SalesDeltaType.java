package dev.highstreet.jobs.sales;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Tells Flink how deltas travel: by {@link SalesDeltaSerializer}. */
final class SalesDeltaType extends TypeInformation<SalesDelta> {
  private static final long serialVersionUID = 1L;

  @Override
  public TypeSerializer<SalesDelta> createSerializer(SerializerConfig config) {
    return SalesDeltaSerializer.INSTANCE;
  }

  @Override
  public Class<SalesDelta> getTypeClass() {
    return SalesDelta.class;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public String toString() {
    return "SalesDelta";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SalesDeltaType;
  }

  @Override
  public int hashCode() {
    return SalesDeltaType.class.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof SalesDeltaType;
  }
}
