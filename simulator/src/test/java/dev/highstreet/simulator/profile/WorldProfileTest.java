package dev.highstreet.simulator.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WorldProfileTest {
  private static final Origin MADE_UP = Origin.assumed("made up for tests");

  @Test
  void profileWithEverythingInItIsTheSameAfterAFile() {
    Profile profile = SampleProfile.small();

    assertThat(ProfileFile.parse(ProfileFile.format(profile)).world()).isEqualTo(profile.world());
  }

  @Test
  void shareOfFraudBeyondHalfIsRefused() {
    refused(
        () -> new FraudProfile(MADE_UP, 1.2, 1, 1, 1, 1, 1, 0.5, 30, 0.5, 0.2, 0.99),
        "profile: fraud.share is 1.2: give a number from 0.0 to 0.5");
  }

  @Test
  void fraudOfNoPatternIsRefused() {
    refused(
        () -> new FraudProfile(MADE_UP, 0.01, 0, 0, 0, 0, 0, 0.5, 30, 0.5, 0.2, 0.99),
        "profile: the sum of fraud's weights is 0.0: give a finite number above 0");
  }

  @Test
  void declinedShareAboveOneIsRefused() {
    refused(
        () ->
            new PaymentProfile(
                MADE_UP, 1.2, 0, 0, 0, 40, 0, 3, 0, PaymentProfile.priors().declineReasons()),
        "profile: payment.declinedShare is 1.2: give a share from 0 to 1");
  }

  @Test
  void carriersThatDoNotGoAbroadAreNotEnough() {
    FulfilmentProfile.Carrier home =
        new FulfilmentProfile.Carrier("Pennine Parcels", 1, false, 3, 1.6, 0.3);

    refused(
        () ->
            new FulfilmentProfile(
                MADE_UP, 0.08, 2, 0.8, 0.01, 150, 0.8, 1, 14, List.of(home, home)),
        "profile: fulfilment.carriers has none with abroad = true: give at least one");
  }

  @Test
  void twoWarehousesOfOneNameAreRefused() {
    StockProfile.Site site = new StockProfile.Site("TILBURY", StockProfile.Region.SOUTH, 1);

    refused(
        () -> new StockProfile(MADE_UP, List.of(site, site), 1.88, 9, 0.3, 28, 0, 0, 4, 0),
        "profile: stock.sites has an id twice: give each warehouse its own");
  }

  @Test
  void chanceOfAReturnAboveOneIsRefused() {
    refused(
        () ->
            new ReturnHandling(
                MADE_UP,
                List.of(new Weighted("Fashion", 1.5)),
                0,
                30,
                1,
                ReturnHandling.priors().reasons()),
        "profile: returnHandling.categories of Fashion is 1.5: give a share from 0 to 1");
  }

  private static void refused(ThrowingCallable making, String message) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
