package io.robotocore.services.modeled;

/**
 * What the execution learns that has started another one.
 *
 * @param child the one that was started
 */
record SwfParent(SwfRun child) {

  /** The event of the parent with which the child began. */
  static final String INITIATED = "initiatedEventId";

  private SwfRun run() {
    return child.view().run(child.parent().text("runId"));
  }

  /** The parent's open execution of this child, as it keeps it. */
  private EntityKey key() {
    return SwfChildren.key(run(), child.parent().number(INITIATED));
  }

  private SwfFacts named() {
    return child
        .facts()
        .only("workflowType")
        .and("workflowExecution", child.named())
        .and(child.parent().only(INITIATED));
  }

  /** The child runs. */
  void tellStarted() {
    long started = run().tell("ChildWorkflowExecutionStarted", named());
    SwfFacts kept = SwfFacts.of("runId", child.id()).and("startedEventId", started);
    child.view().keep(key(), kept);
  }

  /** The child goes on in another execution. */
  void follow(SwfRun next) {
    child
        .view()
        .facts(key())
        .ifPresent(kept -> child.view().keep(key(), kept.and("runId", next.id())));
  }

  /** The child has ended. */
  void tell(String how, SwfFacts what) {
    if (child.parent().members().isEmpty() || !run().isOpen()) {
      return;
    }
    SwfFacts started = child.view().facts(key()).orElse(SwfFacts.NONE).only("startedEventId");
    child.view().forget(key());
    run().tell("ChildWorkflowExecution" + how, named().and(started).and(what));
  }
}
