package dev.highstreet.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {
  @ParameterizedTest
  @EnumSource
  void topicOfAnUploadCarriesTheSameEvents(Topic topic) {
    String name = topic.uploadName("upload-7f3a");

    assertThat(name).startsWith("highstreet.upload-7f3a.");
    assertThat(Topic.carriedBy(name)).hasValue(topic);
    assertThat(Topic.carriedBy(topic.topicName())).hasValue(topic);
    assertThat(Topic.named(name)).as("a topic of the contract").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "orders", "highstreet.upload-7f3a", "else.upload-7f3a.orders"})
  void otherTopicsCarryNothingOfOurs(String name) {
    assertThat(Topic.carriedBy(name)).isEmpty();
  }

  @Test
  void namesInKafkaAreThoseOfTheContract() {
    assertThat(Topic.FRAUD_LABELS.uploadName("upload-1"))
        .isEqualTo("highstreet.upload-1.fraud-labels");
  }
}
