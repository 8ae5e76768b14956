package dev.highstreet.jobs.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.highstreet.jobs.clean.DeadLetter;
import dev.highstreet.jobs.clean.Fault;
import dev.highstreet.jobs.clean.Reason;
import dev.highstreet.jobs.event.Origin;
import dev.highstreet.platform.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class DeadLetterTopicTest {
  private static final byte[] KEY = "1001".getBytes(UTF_8);

  @Test
  void letterIsSentWholeUpToWhatTheTopicTakes() {
    byte[] bytes = new byte[DeadLetterTopic.HEAVIEST - 2_000];
    ProducerRecord<byte[], byte[]> sent = send(KEY, bytes);
    assertThat(sent.key()).isSameAs(KEY);
    assertThat(sent.value()).isSameAs(bytes);
    assertThat(header(sent, "bytes")).isNull();
  }

  @Test
  void letterTooHeavyForTheTopicSaysWhereItsBytesAre() {
    byte[] half = new byte[DeadLetterTopic.HEAVIEST / 2];
    ProducerRecord<byte[], byte[]> sent = send(half, half);
    assertThat(sent.key()).isNull();
    assertThat(sent.value()).isNull();
    assertThat(header(sent, "bytes")).isEqualTo("in ops.dead_letters: too heavy for this topic");
    assertThat(header(sent, "offset")).isEqualTo("7");
  }

  @Test
  void heaviestLetterIsWhatTheTopicIsMadeFor() {
    assertThat(DeadLetterTopic.HEAVIEST).isEqualTo(Topics.LARGEST_DEAD_LETTER);
  }

  private static ProducerRecord<byte[], byte[]> send(byte[] key, byte[] bytes) {
    DeadLetter letter =
        new DeadLetter(
            new Origin("highstreet.orders", 0, 7, 0),
            0,
            Fault.Stage.DECODE,
            Reason.UNDECODABLE,
            "no event",
            null,
            null,
            key,
            bytes);
    return new DeadLetterTopic.Letters().serialize(letter, null, null);
  }

  private static String header(ProducerRecord<byte[], byte[]> sent, String name) {
    Header header = sent.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }
}
