package dev.highstreet.testsupport.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlinkClassPathTest {

  @Test
  void keepsFlinkAndWhatItNeeds() {
    assertThat(
            FlinkClassPath.of(
                "/m2/flink-runtime-2.2.1.jar:/m2/flink-connector-base-2.2.1.jar:/m2/kryo-5.6.2.jar"))
        .isEqualTo(
            "/m2/flink-runtime-2.2.1.jar:/m2/flink-connector-base-2.2.1.jar:/m2/kryo-5.6.2.jar");
  }

  @Test
  void leavesOutHighstreetAndWhatItsJarMustBring() {
    assertThat(
            FlinkClassPath.of(
                "/house/flink-jobs/target/classes:/m2/highstreet-schemas-0.1.0-SNAPSHOT.jar"
                    + ":/m2/flink-connector-kafka-5.0.0-2.2.jar:/m2/kafka-clients-4.2.0.jar"
                    + ":/m2/avro-1.12.1.jar:/m2/postgresql-42.7.8.jar"))
        .isEmpty();
  }

  @Test
  void leavesOutFlinksOwnTests() {
    assertThat(FlinkClassPath.of("/m2/flink-runtime-2.2.1-tests.jar")).isEmpty();
  }
}
