package dev.highstreet.schemas;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class EventIdentityTest {
  private static final Instant NOON = Instant.parse("2011-03-27T12:00:00Z");

  private final EventIdentity identity = new EventIdentity();

  @Test
  void sameContentHasTheSameId() {
    assertThat(identity.assign(tick(NOON)).getEventId())
        .isEqualTo(new EventIdentity().assign(tick(NOON)).getEventId());
  }

  @Test
  void otherContentHasAnotherId() {
    assertThat(identity.assign(tick(NOON)).getEventId())
        .isNotEqualTo(identity.assign(tick(NOON.plusMillis(1))).getEventId());
  }

  @Test
  void idThatAnEventAlreadyHasDoesNotMatter() {
    ClockTick stamped = tick(NOON);
    stamped.put(0, new EventId("0123456789abcdef".getBytes(US_ASCII)));
    assertThat(identity.assign(stamped).getEventId())
        .isEqualTo(identity.assign(tick(NOON)).getEventId());
  }

  @Test
  void idDoesNotChangeFromBuildToBuild() {
    byte[] id = identity.assign(tick(NOON)).getEventId().bytes();
    assertThat(HexFormat.of().formatHex(id)).isEqualTo("a8ae7faa0c39553ad89d954d77a80f26");
  }

  private static ClockTick tick(Instant time) {
    return new ClockTick(EventIdentity.none(), time, time);
  }
}
