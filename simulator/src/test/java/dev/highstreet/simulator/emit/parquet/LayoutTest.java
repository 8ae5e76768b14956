package dev.highstreet.simulator.emit.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.highstreet.schemas.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LayoutTest {
  /** Something that no column holds. */
  public record Holder(Path path) {}

  @Test
  void everyTopicWithEventsHasALayout() {
    for (Topic topic : Topic.values()) {
      if (topic.event().isPresent()) {
        assertThat(EventLayout.of(topic).tables()).isNotEmpty();
      }
    }
  }

  @Test
  void topicWithoutEventsHasNone() {
    assertThatThrownBy(() -> EventLayout.of(Topic.DEAD_LETTERS))
        .hasMessage("highstreet.dead-letters carries no events");
  }

  @Test
  void componentThatNoColumnHoldsIsNamed() {
    assertThatThrownBy(() -> new RecordLayout("holders", Holder.class))
        .hasMessage("path of Holder is a Path, for which there is no type of column");
  }

  @Test
  void namesAreInSnakeCase() {
    assertThat(Table.snakeCase("listPriceMicros")).isEqualTo("list_price_micros");
    assertThat(Table.snakeCase("active")).isEqualTo("active");
  }
}
