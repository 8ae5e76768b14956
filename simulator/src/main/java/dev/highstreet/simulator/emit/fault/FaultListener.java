package dev.highstreet.simulator.emit.fault;

/** Is told of every fault, in the order in which the events were sent. */
@FunctionalInterface
public interface FaultListener {
  /** An event suffers this on its way. Called before anything of the event reaches the sink. */
  void injected(InjectedFault fault);
}
