package io.robotocore.services.modeled;

/** What an operation does with a resource. */
enum Kind {
  /** Makes one that was not there. */
  CREATE,
  /** Makes one, or replaces it. */
  PUT,
  /** Tells of one. */
  READ,
  /** Tells of many, in pages. */
  LIST,
  /** Changes one. */
  UPDATE,
  /** Adds to the lists of one. */
  ADD,
  /** Takes from the lists of one. */
  SUBTRACT,
  /** Takes one away. */
  DELETE,
  /** Brings one to another status. */
  TRANSITION,
  /** Does something to one that leaves no trace, but that it has to be there. */
  ACT,
  /** Puts tags on. */
  TAG,
  /** Takes tags off. */
  UNTAG,
  /** Tells of tags. */
  TAGS,
  /** Nothing that the model would tell of: only the form of the answer is known. */
  NOTHING,
  /** Computes something, which a model cannot. */
  COMPUTE
}
