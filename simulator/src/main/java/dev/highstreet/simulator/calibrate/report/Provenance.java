package dev.highstreet.simulator.calibrate.report;

import dev.highstreet.simulator.profile.Origin;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a section of the profile comes from.
 *
 * @param section its name, as in the profile's JSON
 * @param basis fitted, prior or assumed
 * @param reason on what, whose, or why
 */
public record Provenance(String section, String basis, String reason) {
  /** Of every section, in the profile's own order: any record in it that has an origin. */
  static List<Provenance> of(Record profile) {
    List<Provenance> found = new ArrayList<>();
    collect(profile, "", found);
    return found;
  }

  private static void collect(Record section, String path, List<Provenance> found) {
    for (RecordComponent component : section.getClass().getRecordComponents()) {
      Object value = value(section, component);
      if (value instanceof Origin origin) {
        found.add(
            new Provenance(
                path.isEmpty() ? "profile" : path,
                origin.basis().name().toLowerCase(Locale.ROOT),
                origin.reason()));
      } else if (value instanceof Record inner) {
        collect(
            inner, path.isEmpty() ? component.getName() : path + "." + component.getName(), found);
      }
    }
  }

  private static Object value(Record section, RecordComponent component) {
    try {
      return component.getAccessor().invoke(section);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read %s of %s".formatted(component, section), e);
    }
  }
}
