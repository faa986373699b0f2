package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import io.robotocore.service.DocumentError;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the operations of SWF share.
 *
 * @param call who calls
 * @param state what there is
 */
record SwfView(Call call, ModeledState state) {

  private static final String DOMAIN = "domain";
  static final String EXECUTION = "execution";
  static final String RETENTION = "retention";
  private static final String COUNT = "count";
  private static final String OPEN = "openexecution";

  Instant now() {
    return call.now();
  }

  /**
   * A domain.
   *
   * @throws DocumentError if it is not there
   */
  Entity domain(String name) {
    return state
        .get(new EntityKey(DOMAIN, "", name))
        .orElseThrow(() -> SwfFault.unknown("domain: " + name));
  }

  /**
   * Makes sure that something new can be made in a domain.
   *
   * @throws DocumentError if it is not there, or deprecated
   */
  void checkInUse(String domain) {
    if (isDeprecated(domain(domain))) {
      throw SwfFault.unknown("domain: " + domain);
    }
  }

  static boolean isDeprecated(Entity domain) {
    return domain.life().verb().equals("Deprecate");
  }

  /** What is known of something; empty if it is not there. */
  Optional<SwfFacts> facts(EntityKey key) {
    return state.get(key).map(entity -> new SwfFacts(entity.attributes()));
  }

  /** What is known of everything of a kind that belongs to something, sorted. */
  Stream<SwfFacts> all(String noun, String scope) {
    return state.all(noun, scope).map(entity -> new SwfFacts(entity.attributes()));
  }

  void keep(EntityKey key, SwfFacts facts) {
    state.put(Entity.of(key, facts.members(), now()));
  }

  void forget(EntityKey key) {
    state.cancel(key);
    state.get(key).ifPresent(state::remove);
  }

  /** The next of the numbers that are given out somewhere, the first being zero. */
  long next(EntityKey key) {
    long number = facts(key).orElse(SwfFacts.NONE).number(COUNT);
    keep(key, SwfFacts.of(COUNT, number + 1));
    return number;
  }

  /** A type that was registered. */
  Optional<SwfFacts> type(SwfTypes.Of kind, String domain, SwfFacts named) {
    return facts(kind.key(domain, named));
  }

  /** All executions of a domain. */
  Stream<SwfRun> runs(String domain) {
    return state
        .all(EXECUTION, "")
        .map(execution -> run(execution.key().id()))
        .filter(run -> run.facts().text(DOMAIN).equals(domain));
  }

  SwfRun run(String id) {
    return new SwfRun(this, id);
  }

  static EntityKey execution(String run) {
    return new EntityKey(EXECUTION, "", run);
  }

  static EntityKey open(String domain, String workflow) {
    return new EntityKey(OPEN, domain, workflow);
  }

  /** The open execution that a request names, by its workflow alone or by its run as well. */
  Optional<SwfRun> openRun(String domain, SwfFacts named) {
    String run = named.text("runId");
    return facts(open(domain, named.text("workflowId")))
        .map(open -> open.text("runId"))
        .filter(id -> run.isEmpty() || run.equals(id))
        .map(this::run);
  }

  /**
   * The open execution that a request names.
   *
   * @throws DocumentError if there is none
   */
  SwfRun theOpenRun(SwfFacts in) {
    domain(in.text(DOMAIN));
    return openRun(in.text(DOMAIN), in).orElseThrow(() -> unknown(in));
  }

  /**
   * The execution that a request names, open or closed.
   *
   * @throws DocumentError if there is none
   */
  SwfRun theRun(SwfFacts in) {
    domain(in.text(DOMAIN));
    SwfFacts named = in.structure(EXECUTION);
    return Optional.of(run(named.text("runId")))
        .filter(run -> run.facts().text(DOMAIN).equals(in.text(DOMAIN)))
        .filter(run -> run.facts().text("workflowId").equals(named.text("workflowId")))
        .orElseThrow(() -> unknown(named));
  }

  static DocumentError unknown(SwfFacts named) {
    String workflow = named.text("workflowId");
    String run = named.text("runId");
    return SwfFault.unknown(
        run.isEmpty()
            ? "execution, workflowId = " + workflow
            : "execution: WorkflowExecution=[workflowId=%s, runId=%s]".formatted(workflow, run));
  }
}
