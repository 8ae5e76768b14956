package dev.highstreet.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;

/** What is on the wire says by its fingerprint how to read it: none may be forgotten. */
class SchemaFingerprintTest {
  @Test
  void schemaOnlyChangesOnceItsTextIsFrozen() {
    assertThat(KnownSchemas.CURRENT.stream())
        .as(
            "A schema has changed. Records of it may be on the wire: first save its text as it was"
                + " under frozen/ and name it in KnownSchemas, then pin the new fingerprint here.")
        .extracting(schema -> schema.getName() + " " + fingerprint(schema))
        .containsExactlyInAnyOrder(
            "ClockTick 16b6425401fdfd21",
            "ProductRevised f34a32436ebf4690",
            "StoreRevised 440d10b6bccccedb",
            "CustomerRevised 4da2a6cd05d4aad6",
            "OrderPlaced b90b76d5133938c7",
            "OrderReturned 921893a7ed6d085c",
            "PaymentAttempted 0171cc0f45a22501",
            "OrderProgressed 7aabf57166038f7e",
            "ShopperActivity c77caae4445f9990",
            "StockMoved cd45063e344f157a",
            "FraudLabelled 2e6e67b5a6bf54cf");
  }

  private static String fingerprint(Schema schema) {
    return "%016x".formatted(SchemaNormalization.parsingFingerprint64(schema));
  }
}
