package dev.highstreet.dashboard.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.rendering.FileRenderer;
import java.util.Map;

/** Renders the JTE templates that the build compiled. */
public final class Templates implements FileRenderer {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  /**
   * Renders for a request.
   *
   * @param path below {@code src/main/jte}, such as {@code pipeline/page.jte}
   */
  @Override
  public String render(String path, Map<String, ?> model, Context request) {
    return text(path, Map.copyOf(model));
  }

  /** Renders a fragment, for a live event. */
  public String text(String path, Map<String, Object> model) {
    StringOutput output = new StringOutput();
    engine.render(path, model, output);
    return output.toString();
  }
}
