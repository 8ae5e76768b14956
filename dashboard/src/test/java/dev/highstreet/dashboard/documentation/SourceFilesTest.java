package dev.highstreet.dashboard.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {
  @TempDir Path folder;

  @Test
  void filesOfAJarAreThoseOfItsFolder() throws IOException {
    Path jar = folder.resolve("with space.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      for (String name : List.of("other/x.md", "in/sources/A.md", "in/sources/docs/B.md")) {
        entries.putNextEntry(new JarEntry(name));
        entries.write(("text of " + name).getBytes(StandardCharsets.UTF_8));
      }
    }

    SourceFiles files =
        SourceFiles.beside(URI.create("jar:" + jar.toUri() + "!/in/sources/A.md").toURL());

    assertThat(files.text("A.md")).isEqualTo("text of in/sources/A.md");
    assertThat(files.in("docs")).containsExactly("docs/B.md");
    assertThatThrownBy(() -> files.text("x.md")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> SourceFiles.load().text("docs/nothing.md"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("docs/nothing.md");
  }
}
