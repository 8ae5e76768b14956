package dev.highstreet.simulator.scenario;

import dev.highstreet.simulator.engine.RandomStream;
import dev.highstreet.simulator.market.Promotion;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Begins and ends scenarios: those that were planned at their times, and those that are asked for
 * while the simulation runs when it next moves on. One of a kind runs at a time.
 */
public final class Director implements ScenarioControl {
  private static final DateTimeFormatter ID_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

  /** A wish of another thread; without parameters, that the scenario stops. */
  private record Wish(ScenarioKind kind, Map<String, Double> parameters) {}

  /** A scenario that runs. */
  private record Running(ScenarioMark mark, Promotion promotion, Surge surge) {}

  private final Stage stage;
  private final Queue<Wish> wishes = new ConcurrentLinkedQueue<>();
  private final Map<ScenarioKind, Running> running = new EnumMap<>(ScenarioKind.class);
  private volatile List<ScenarioMark> state = List.of();
  private volatile List<ScenarioMark> marks = List.of();
  private volatile Consumer<ScenarioMark> truth = mark -> {};

  /** Nothing runs yet. */
  public Director(Stage stage) {
    this.stage = stage;
  }

  /** Tells somebody of every scenario that begins, or ends before its time. */
  public void onMark(Consumer<ScenarioMark> listener) {
    truth = listener;
  }

  /** Puts down a scenario that begins later, or at once. */
  public void plan(ScenarioPlan plan) {
    stage.world().at(plan.from().toEpochMilli(), now -> begin(plan));
  }

  /** Puts down for now what was asked for since the last time. */
  public void fulfilWishes() {
    for (Wish wish = wishes.poll(); wish != null; wish = wishes.poll()) {
      Wish next = wish;
      stage.world().at(stage.world().now(), now -> fulfil(next));
    }
  }

  private void fulfil(Wish wish) {
    if (wish.parameters == null) {
      stop(wish.kind);
    } else {
      begin(new ScenarioPlan(wish.kind, stage.world().instant(), wish.parameters));
    }
  }

  @Override
  public void start(String name, Map<String, Double> parameters) {
    ScenarioKind kind = ScenarioKind.named(name);
    wishes.add(new Wish(kind, kind.complete(parameters)));
  }

  @Override
  public void stop(String name) {
    wishes.add(new Wish(ScenarioKind.named(name), null));
  }

  @Override
  public List<ScenarioMark> state() {
    return state;
  }

  @Override
  public List<ScenarioMark> marks() {
    return marks;
  }

  private void begin(ScenarioPlan plan) {
    stop(plan.kind());
    long now = stage.world().now();
    long to = plan.to().toEpochMilli();
    ScenarioMark mark =
        new ScenarioMark(id(plan), plan.kind().label(), plan.from(), plan.to(), plan.parameters());
    Running scenario;
    if (plan.kind() == ScenarioKind.FRAUD_ATTACK) {
      stage.attack(to, plan.parameter("intensity"));
      scenario = new Running(mark, null, null);
    } else {
      Promotion promotion = promotion(mark.id(), plan);
      Surge surge = new Surge(stage, plan, promotion, now, to);
      stage.promotions().begin(promotion);
      stage.world().at(now, surge);
      scenario = new Running(mark, promotion, surge);
    }
    running.put(plan.kind(), scenario);
    stage.world().at(to, end -> endOf(plan.kind(), scenario));
    tell(mark);
    show();
  }

  /** A scenario's time is over, unless another of its kind has taken its place. */
  private void endOf(ScenarioKind kind, Running scenario) {
    if (scenario.equals(running.get(kind))) {
      end(kind);
    }
  }

  private void stop(ScenarioKind kind) {
    Running scenario = running.get(kind);
    if (scenario != null) {
      end(kind);
      ScenarioMark mark = scenario.mark;
      tell(
          new ScenarioMark(
              mark.id(), mark.name(), mark.from(), stage.world().instant(), mark.parameters()));
    }
  }

  /** Tells the truth, and keeps the mark: in the place of the one that it corrects, if any. */
  private void tell(ScenarioMark mark) {
    truth.accept(mark);
    List<ScenarioMark> kept = new ArrayList<>(marks);
    kept.replaceAll(earlier -> earlier.id().equals(mark.id()) ? mark : earlier);
    if (!kept.contains(mark)) {
      kept.add(mark);
    }
    marks = List.copyOf(kept.subList(Math.max(0, kept.size() - MARKS_KEPT), kept.size()));
  }

  private void end(ScenarioKind kind) {
    Running scenario = running.remove(kind);
    if (scenario.promotion == null) {
      stage.endAttack();
    } else {
      stage.promotions().end(scenario.promotion);
      scenario.surge.end();
    }
    show();
  }

  /** Popular products, up to the number asked for. */
  private Promotion promotion(String id, ScenarioPlan plan) {
    int[] popular = stage.popular();
    BitSet products = new BitSet();
    int wanted = (int) plan.parameter("products");
    RandomStream random =
        RandomStream.of(stage.world().seed(), plan.kind().label(), plan.from().toEpochMilli());
    for (int draw = 0, chosen = 0; draw < 4 * wanted && chosen < wanted; draw++) {
      if (popular.length == 0) {
        break;
      }
      int product = popular[random.nextInt(popular.length)];
      chosen += products.get(product) ? 0 : 1;
      products.set(product);
    }
    return new Promotion(id, products, (int) Math.round(plan.parameter("discount") * 1000));
  }

  private String id(ScenarioPlan plan) {
    Instant from = plan.from();
    ZoneOffset offset = stage.world().zone().getRules().getOffset(from);
    LocalDateTime local = LocalDateTime.ofInstant(from, offset);
    return plan.kind().label() + "-" + local.format(ID_TIME);
  }

  private void show() {
    state = running.values().stream().map(Running::mark).toList();
  }
}
