package dev.highstreet.cli.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.DataDirectory;
import dev.highstreet.cli.local.Elsewhere;
import dev.highstreet.cli.local.PortOptions;
import dev.highstreet.cli.local.RunningPlatform;
import dev.highstreet.cli.local.ServerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks for what would keep the platform from working, and says what to do. */
@Command(
    name = "doctor",
    description = {
      "Checks Java, memory, disk, ports, the build, and the servers that are named or run on --data.",
      "Exit code 1 if something is wrong."
    })
public final class DoctorCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(names = "--json", description = "Print one line for machines.")
  private boolean json;

  @Mixin private ServerOptions options;
  @Mixin private PortOptions ports;

  /** A command in its surroundings. */
  public DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ports.validate();
    Elsewhere elsewhere = options.elsewhere(surroundings);
    List<Finding> findings = new ArrayList<>(machine(elsewhere));
    findings.addAll(servers(elsewhere));
    if (json) {
      surroundings.out().println(asJson(findings));
    } else {
      findings.forEach(this::print);
    }
    return findings.stream().anyMatch(Finding::isWrong) ? CommandException.ANSWER_IS_NO : 0;
  }

  private List<Finding> machine(Elsewhere elsewhere) {
    DataDirectory data = DataDirectory.at(options.data());
    List<Finding> findings = new ArrayList<>();
    findings.add(Machine.java(Runtime.version()));
    if (!elsewhere.everything()) {
      findings.add(Machine.memory(surroundings.memory()));
    }
    findings.add(
        Machine.user(
            System.getProperty("user.name"),
            Machine.onPath("unshare", surroundings.variable("PATH").orElse(""))));
    findings.add(Machine.writing(data.root()));
    findings.add(Machine.disk(data.root()));
    findings.add(Machine.jobsJar(surroundings.home()));
    return findings;
  }

  private List<Finding> servers(Elsewhere elsewhere) {
    Optional<RunningPlatform> running = DataDirectory.at(options.data()).running();
    List<Finding> findings = new ArrayList<>();
    elsewhere
        .kafka()
        .or(() -> running.map(here -> here.addresses().kafka()))
        .ifPresent(address -> findings.add(Reach.kafka(address)));
    elsewhere
        .databases()
        .or(() -> running.map(here -> here.databases(surroundings)))
        .ifPresent(databases -> findings.add(Reach.postgres(databases.reader())));
    elsewhere
        .flink()
        .or(() -> running.map(here -> here.addresses().flink()))
        .ifPresent(address -> findings.add(Reach.flink(address)));
    if (running.isPresent()) {
      findings.add(
          Finding.ok(
              "platform",
              "runs as process %d, %s"
                  .formatted(running.get().pid(), running.get().addresses().dashboard())));
    } else {
      findings.addAll(Machine.ports(ports.byServer(elsewhere)));
    }
    return findings;
  }

  private void print(Finding finding) {
    surroundings
        .out()
        .printf(
            "%-5s  %-8s  %s%n",
            finding.state().name().toLowerCase(Locale.ROOT), finding.subject(), finding.found());
    if (!finding.remedy().isEmpty()) {
      surroundings.out().printf("%17s%s%n", "", finding.remedy());
    }
  }

  private static ObjectNode asJson(List<Finding> findings) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("wrong", findings.stream().filter(Finding::isWrong).count());
    for (Finding finding : findings) {
      root.withArray("findings")
          .addObject()
          .put("subject", finding.subject())
          .put("state", finding.state().name())
          .put("found", finding.found())
          .put("remedy", finding.remedy());
    }
    return root;
  }
}
