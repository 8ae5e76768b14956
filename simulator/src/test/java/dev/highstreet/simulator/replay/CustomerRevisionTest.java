package dev.highstreet.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.highstreet.schemas.CustomerRevised;
import dev.highstreet.simulator.transactions.UnusableFileException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerRevisionTest {
  @TempDir Path folder;

  @Test
  void customerIsRevisedOnlyWhenAnInvoiceNamesAnotherCountry() throws UnusableFileException {
    Instant first = Instant.parse("2011-01-03T09:00:00Z");
    assertThat(
            ShopFile.replay(
                    folder,
                    "700001,31002,RED MUG,1,2011-01-03 09:00:00,2.95,12001.0,United Kingdom",
                    "700002,31002,RED MUG,1,2011-01-04 09:00:00,2.95,12001.0,United Kingdom",
                    "700003,31002,RED MUG,1,2011-01-05 09:00:00,2.95,12001.0,",
                    "700004,31002,RED MUG,1,2011-01-06 09:00:00,2.95,12001.0,France",
                    "700005,31002,RED MUG,1,2011-01-07 09:00:00,2.95,12001.0,United Kingdom",
                    "700006,31002,RED MUG,1,2011-01-08 09:00:00,2.95,,Spain")
                .of(CustomerRevised.class))
        .extracting("customerId", "revision", "country", "registeredAt", "occurredAt")
        .containsExactly(
            tuple("12001", 1, "United Kingdom", first, first),
            tuple("12001", 2, "France", first, Instant.parse("2011-01-06T09:00:00Z")),
            tuple("12001", 3, "United Kingdom", first, Instant.parse("2011-01-07T09:00:00Z")));
  }

  @Test
  void customerWhoOnlyReturnsThingsIsKnownToo() throws UnusableFileException {
    assertThat(
            ShopFile.replay(
                    folder, "C700001,31002,RED MUG,-1,2011-01-03 09:00:00,2.95,12001.0,France")
                .of(CustomerRevised.class))
        .extracting(CustomerRevised::getCustomerId)
        .containsExactly("12001");
  }

  @Test
  void countryThatNoInvoiceNamesIsUnspecified() throws UnusableFileException {
    assertThat(
            ShopFile.replay(folder, "700001,31002,RED MUG,1,2011-01-03 09:00:00,2.95,12001.0,")
                .of(CustomerRevised.class))
        .extracting(CustomerRevised::getCountry)
        .containsExactly("Unspecified");
  }
}
