package dev.highstreet.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The rules of the contract that hold for every event, whatever it says. */
class ContractRulesTest {
  private static final List<Schema> EVENTS = KnownSchemas.CURRENT;

  @ParameterizedTest
  @FieldSource("EVENTS")
  void everyEventStartsWithItsIdentityAndItsTwoTimes(Schema event) {
    List<Schema.Field> fields = event.getFields();
    assertThat(fields.stream().limit(3).map(Schema.Field::name))
        .containsExactly("eventId", "occurredAt", "receivedAt");
    assertThat(fields.get(0).schema().getType()).isEqualTo(Schema.Type.FIXED);
    assertThat(fields.get(0).schema().getFixedSize()).isEqualTo(16);
    assertThat(fields.get(1).schema().getLogicalType()).isEqualTo(LogicalTypes.timestampMillis());
    assertThat(fields.get(2).schema().getLogicalType()).isEqualTo(LogicalTypes.timestampMillis());
  }

  @ParameterizedTest
  @FieldSource("EVENTS")
  void everyTypeAndFieldSaysWhatItMeans(Schema event) {
    assertDocumented(event);
  }

  @ParameterizedTest
  @FieldSource("EVENTS")
  void moneyIsALongInMicros(Schema event) {
    assertMoneyIsLong(event);
  }

  @Test
  void everyTopicOfEventsCarriesACurrentSchema() {
    for (Topic topic : Topic.EVENTS) {
      assertThat(EVENTS)
          .as(topic.topicName())
          .anyMatch(schema -> schema.getFullName().equals(topic.event().orElseThrow().getName()));
    }
    assertThat(EVENTS).hasSize(Topic.EVENTS.size() + 1); // and the tick
  }

  @Test
  void topicIsFoundByItsNameInKafka() {
    for (Topic topic : Topic.values()) {
      assertThat(Topic.named(topic.topicName())).contains(topic);
    }
    assertThat(Topic.named("highstreet.unheard-of")).isEmpty();
  }

  @Test
  void salesAreMadeOfTheCatalogueOrdersAndReturns() {
    assertThat(Topic.SALES)
        .containsExactly(
            Topic.PRODUCTS, Topic.STORES, Topic.CUSTOMERS, Topic.ORDERS, Topic.RETURNS);
  }

  private static void assertDocumented(Schema type) {
    assertThat(type.getDoc()).as("doc of " + type.getFullName()).isNotBlank();
    for (Schema.Field field : type.getFields()) {
      assertThat(field.doc()).as("doc of " + type.getName() + "." + field.name()).isNotBlank();
      if (field.schema().getType() == Schema.Type.ARRAY) {
        assertDocumented(field.schema().getElementType());
      }
    }
  }

  private static void assertMoneyIsLong(Schema record) {
    for (Schema.Field field : record.getFields()) {
      Schema schema = field.schema();
      if (schema.getType() == Schema.Type.ARRAY) {
        assertMoneyIsLong(schema.getElementType());
      } else if (field.name().endsWith("Micros")) {
        Schema value = schema.isUnion() ? schema.getTypes().get(1) : schema;
        assertThat(value.getType()).as(field.name()).isEqualTo(Schema.Type.LONG);
      }
    }
  }
}
