package dev.highstreet.dashboard.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.highstreet.dashboard.shell.RequestProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "..\\..\\windows\\win.ini",
        "/etc/passwd",
        "C:\\sales.csv",
        "a/../b.csv",
        "..",
        ".",
        "",
        "sales\0.csv",
        "sales\n.csv"
      })
  void nameOfARequestThatIsAPathIsRefused(String name) {
    RequestProblem refused =
        catchThrowableOfType(RequestProblem.class, () -> FileName.ofRequest(name));

    assertThat(refused.status().getCode()).isEqualTo(400);
    assertThat(refused.getMessage()).startsWith("file is").doesNotContain("\0", "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "sales.csv, sales.csv",
    "'Sales of März (2).csv', Sales_of_M_rz__2_.csv",
    "'<script>alert(1)</script>', _script_alert_1___script_",
    "%2e%2e%2fpasswd, _2e_2e_2fpasswd",
    ".hidden.csv, _hidden.csv",
    "..., _",
    "☕, _"
  })
  void nameOnDiskIsOfPlainCharacters(String given, String name) {
    assertThat(FileName.onDisk(given)).isEqualTo(name);
  }

  @Test
  void nameOnDiskKeepsItsEnd() {
    assertThat(FileName.onDisk("x".repeat(300) + ".csv")).hasSize(100).endsWith("x.csv");
    assertThat(FileName.onDisk("x.".repeat(150))).hasSize(100).doesNotStartWith(".");
  }
}
