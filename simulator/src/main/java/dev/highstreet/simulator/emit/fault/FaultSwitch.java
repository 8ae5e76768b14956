package dev.highstreet.simulator.emit.fault;

/** Says how often what befalls events from now on. Any thread may. */
public interface FaultSwitch {
  /** How often what happens now. */
  FaultRates rates();

  /** Changes that, for events that occur from now on; what is on its way stays there. */
  void setRates(FaultRates rates);
}
