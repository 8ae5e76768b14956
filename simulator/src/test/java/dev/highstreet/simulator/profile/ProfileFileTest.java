package dev.highstreet.simulator.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileFileTest {
  private static final String SMALL = ProfileFile.format(SampleProfile.small());

  @Property(tries = 50)
  void profileIsTheSameAfterItWasWrittenAndRead(@ForAll long seed) {
    Profile profile = AnyProfile.of(seed);

    assertThat(ProfileFile.parse(ProfileFile.format(profile))).isEqualTo(profile);
  }

  @Test
  void fileIsTheSameAfterItWasReadAndWritten(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("profile.json");
    ProfileFile.write(SampleProfile.small(), file);

    assertThat(ProfileFile.format(ProfileFile.read(file))).isEqualTo(SMALL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "onceShare" : 0.1   | "onceShare" : 1.2    | shoppers.onceShare is 1.2: give a share from 0 to 1
          "onceShare" : 0.1   | "onceShare" : 1e999  | shoppers.onceShare is Infinity: give a share from 0 to 1
          "onceShare" : 0.1,  | ''                   | onceShare
          "shape" : 2         | "shape" : 2.5        | visits.shape
          "shape" : 2         | "shape" : 0          | visits.shape is 0: give a whole number from 1 to 8
          "shape" : 2         | "shapes" : 1, "shape" : 2 | there is no field visits.shapes
          "shape" : 2         | "shape" : 1, "shape" : 2 | Duplicate field 'shape'
          "shape" : 2         | "shape" : null       | visits.shape
          2024-12-31          | 2023-12-31           | last is 2023-12-31: give a day that is not before first, 2024-01-01
          2024-12-31          | 2024-12-32           | last
          Europe/London       | Europe/Londres       | zone
          "GBP"               | "pounds"             | currency is "pounds": give three capitals, such as GBP
          --12-25             | --12-32              | season.closed holds "--12-32": give month and day, such as --12-25
          """)
  void whatCannotBeIsRefusedByName(String good, String bad, String message) {
    assertThat(SMALL).contains(good);

    assertThatThrownBy(() -> ProfileFile.parse(SMALL.replace(good, bad)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("profile: ")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"''", "null", "[]", "{}", "{"})
  void whatIsNoProfileIsRefused(String text) {
    assertThatThrownBy(() -> ProfileFile.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("profile: ");
  }

  @Test
  void rowOfTheWrongLengthIsRefused() {
    assertThatThrownBy(
            () ->
                new Season(
                    Origin.assumed("a test"), Figures.all(11, 1), Figures.all(7, 1), 0, List.of()))
        .hasMessage("profile: season.months has 11 entries: give 12");
  }
}
