package io.robotocore;

/** Where an answer comes from, and so how much it is worth. */
public enum Fidelity {
  /** Code that implements the service's behaviour. */
  EMULATED,
  /** The service's API model and what was created before. */
  MODELED,
  /** The service's API model alone: well formed, without meaning. */
  SYNTHESIZED
}
