package dev.highstreet.dashboard.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketObjectTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private static BucketObject at(String key) {
    return new BucketObject("sales", key, "\"e1\"", NOON, 10);
  }

  private static String id(String bucket, String key, String eTag, Instant lastModified) {
    return new BucketObject(bucket, key, eTag, lastModified, 10).file().id();
  }

  @ParameterizedTest
  @CsvSource({
    "shop-1/incoming/sales.csv, sales.csv",
    "incoming/../../../etc/passwd, passwd",
    "incoming/..\\..\\win.ini, __.._win.ini",
    "incoming/%2e%2e%2fpasswd, _2e_2e_2fpasswd",
    "'incoming/Sales of März ☕.csv', Sales_of_M_rz__.csv"
  })
  void nameOnDiskIsMadeOfTheLastPartOfTheKey(String key, String name) {
    assertThat(at(key).file().name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "incoming/sales.csv, true",
    "incoming/.part/sales.csv, true",
    "incoming/, false",
    "incoming/folder/, false",
    "incoming/sales.csv.part, false",
    "incoming/.sales.csv, false",
    "incoming/.., false"
  })
  void whatIsNoFileOrHalfWrittenIsNotTaken(String key, boolean taken) {
    assertThat(at(key).isFile()).isEqualTo(taken);
  }

  @Test
  void idIsThatOfTheUploadAndOfNoOther() {
    String id = id("sales", "incoming/a", "\"e1\"", NOON);

    assertThat(id).matches("[0-9a-f]{16}").isEqualTo(id("sales", "incoming/a", "\"e1\"", NOON));
    assertThat(id("other", "incoming/a", "\"e1\"", NOON)).isNotEqualTo(id);
    assertThat(id("sales", "incoming/b", "\"e1\"", NOON)).isNotEqualTo(id);
    assertThat(id("sales", "incoming/a", "\"e2\"", NOON)).isNotEqualTo(id);
    assertThat(id("sales", "incoming/a", "\"e1\"", NOON.plusSeconds(1))).isNotEqualTo(id);
  }
}
