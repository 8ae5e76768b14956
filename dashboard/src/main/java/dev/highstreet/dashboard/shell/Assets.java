package dev.highstreet.dashboard.shell;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files a browser loads: ours, and what is used of each WebJar. Nothing else is served. Each
 * address carries a fingerprint of the content, so browsers may keep it for good.
 */
public final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "css",
          "text/css; charset=utf-8",
          "js",
          "text/javascript; charset=utf-8",
          "woff2",
          "font/woff2",
          "svg",
          "image/svg+xml");

  private static final List<String> OURS =
      List.of(
          "highstreet.css",
          "look.js",
          "live.js",
          "charts.js",
          "keys.js",
          "outages.js",
          "orders.js",
          "letters.js",
          "confirm.js",
          "forms.js",
          "icon.svg");

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, String> fingerprints = new LinkedHashMap<>();

  private Assets() {}

  /** Reads all files into memory, about 1 MB. */
  public static Assets load() {
    Assets assets = new Assets();
    assets.add("echarts.js", WebJar.ECHARTS.open("echarts.min.js"));
    assets.add("htmx.js", WebJar.HTMX.open("dist/htmx.min.js"));
    assets.add(
        "jetbrains-mono.woff2",
        WebJar.JETBRAINS_MONO.open("files/jetbrains-mono-latin-400-normal.woff2"));
    for (String name : OURS) {
      assets.add(
          name, Assets.class.getResourceAsStream("/dev/highstreet/dashboard/assets/" + name));
    }
    assets.linkFont("highstreet.css", "jetbrains-mono.woff2");
    return assets;
  }

  /** The stylesheet names its font plainly; browsers are given the address that may be kept. */
  private void linkFont(String stylesheet, String font) {
    String css = new String(files.get(stylesheet), StandardCharsets.UTF_8);
    add(
        stylesheet,
        css.replace("url(\"" + font, "url(\"" + address(font)).getBytes(StandardCharsets.UTF_8));
  }

  private void add(String name, InputStream source) {
    if (source == null) {
      throw new IllegalArgumentException("asset " + name + " is not on the class path");
    }
    try (source) {
      add(name, source.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read asset " + name, e);
    }
  }

  private void add(String name, byte[] content) {
    files.put(name, content);
    fingerprints.put(name, fingerprint(content));
  }

  /**
   * The address of a file, to be written into a page.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  public String address(String name) {
    String fingerprint = fingerprints.get(name);
    if (fingerprint == null) {
      throw new IllegalArgumentException("no asset " + name);
    }
    return "/assets/" + name + "?v=" + fingerprint;
  }

  /** Adds {@code GET /assets/{name}}. */
  public void serve(RoutesConfig routes) {
    routes.get("/assets/{name}", this::answer, Role.ANYONE);
  }

  private void answer(Context request) {
    String name = request.pathParam("name");
    byte[] content = files.get(name);
    if (content == null) {
      request.status(404).contentType("text/plain; charset=utf-8").result("No such file.\n");
      return;
    }
    boolean exact = fingerprints.get(name).equals(request.queryParam("v"));
    request.header("Cache-Control", exact ? "public, max-age=31536000, immutable" : "no-cache");
    request.contentType(TYPES.get(name.substring(name.lastIndexOf('.') + 1))).result(content);
  }

  private static String fingerprint(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
