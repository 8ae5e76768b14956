package dev.highstreet.dashboard.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The browser libraries, as jars on the class path; the version is the one the build resolved. */
enum WebJar {
  ECHARTS("org.webjars", "echarts"),
  HTMX("org.webjars.npm", "htmx.org"),
  JETBRAINS_MONO("org.webjars.npm", "fontsource__jetbrains-mono"),
  LUCIDE("org.webjars.npm", "lucide-static");

  private final String root;

  WebJar(String group, String artifact) {
    String coordinates = "META-INF/maven/" + group + "/" + artifact + "/pom.properties";
    Properties properties = new Properties();
    try (InputStream file = resource(coordinates)) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + coordinates, e);
    }
    root = "META-INF/resources/webjars/" + artifact + "/" + properties.getProperty("version") + "/";
  }

  /**
   * @param path below the library's own root
   * @throws IllegalArgumentException if the library has no such file
   */
  InputStream open(String path) {
    return resource(root + path);
  }

  private static InputStream resource(String path) {
    InputStream file = WebJar.class.getClassLoader().getResourceAsStream(path);
    if (file == null) {
      throw new IllegalArgumentException("no " + path + " on the class path");
    }
    return file;
  }
}
