package dev.highstreet.simulator.market;

import dev.highstreet.simulator.engine.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/** Towns of the United Kingdom, drawn by how many live there. */
final class Towns {
  /** A town. */
  record Town(String name, List<String> postcodeAreas, int weight) {}

  private final List<Town> towns = new ArrayList<>();
  private final SharedStateDiscreteSampler sampler;

  Towns() {
    for (String line : Words.lines("towns.txt")) {
      String[] fields = line.split(";", -1);
      List<String> areas = Arrays.stream(fields[1].split(",", -1)).map(String::strip).toList();
      towns.add(new Town(fields[0].strip(), areas, Integer.parseInt(fields[2].strip())));
    }
    sampler =
        AliasMethodDiscreteSampler.of(
            RandomStream.of(0, "towns", 0), towns.stream().mapToDouble(Town::weight).toArray());
  }

  Town any(RandomStream random) {
    return towns.get(sampler.withUniformRandomProvider(random).sample());
  }

  /** One of its postcode areas. */
  static String area(Town town, RandomStream random) {
    return town.postcodeAreas().get(random.nextInt(town.postcodeAreas().size()));
  }

  /** The towns, the greatest first. */
  List<Town> greatest() {
    return towns;
  }
}
