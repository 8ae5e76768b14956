package dev.highstreet.dashboard.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeObjectTest {
  private static WholeObject of(int there, long announced) {
    return new WholeObject(new ByteArrayInputStream(new byte[there]), announced);
  }

  @Test
  void wholeOneIsReadToItsEnd() throws IOException {
    assertThat(of(100, 100).readAllBytes()).hasSize(100);
    assertThat(of(0, 0).read()).isNegative();
  }

  @Test
  void oneThatBreaksOffFails() {
    assertThatThrownBy(() -> of(99, 100).readAllBytes())
        .isInstanceOf(EOFException.class)
        .hasMessage("it broke off after 99 of 100 bytes");
    assertThatThrownBy(() -> of(0, 1).read()).isInstanceOf(EOFException.class);
  }

  @Test
  void nothingIsLeftInTheFolderOfOneThatBreaksOff(@TempDir Path root) throws IOException {
    DropFolder folder = new DropFolder(root);

    assertThatThrownBy(
            () -> folder.receive(new DroppedFile("0123456789abcdef", "a.csv"), of(99, 100)))
        .isInstanceOf(EOFException.class);

    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }
}
