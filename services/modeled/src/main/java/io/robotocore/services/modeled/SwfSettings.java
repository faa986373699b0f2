package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a task or an execution is to be run: as somebody asks for, and else as its type says.
 *
 * @param facts what is known
 * @param undefined the members that must be known and are not
 */
record SwfSettings(SwfFacts facts, List<String> undefined) {

  private static final String UNLIMITED = "NONE";
  private static final Pattern TIMEOUT = Pattern.compile(UNLIMITED + "|\\d{1,8}");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,8}");

  /**
   * What may not take as long as it likes.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazonswf/latest/apireference/API_StartWorkflowExecution.html">StartWorkflowExecution</a>
   */
  private static final Set<String> LIMITED =
      Set.of(
          "executionStartToCloseTimeout",
          "defaultExecutionStartToCloseTimeout",
          "startToFireTimeout");

  private static final Pattern PRIORITY = Pattern.compile("-?\\d{1,10}");

  /**
   * The settings of something of a type.
   *
   * @param asked what somebody asks for
   * @param type the type, with its defaults
   * @param required the members that must be known
   * @param others the members that may be known
   */
  static SwfSettings of(SwfFacts asked, SwfFacts type, List<String> required, List<String> others) {
    List<String> names = Stream.concat(required.stream(), others.stream()).toList();
    SwfFacts facts = asked.only(names.toArray(String[]::new));
    for (String name : names) {
      Optional<Object> usual = usual(type, name);
      if (!facts.has(name) && usual.isPresent()) {
        facts = facts.and(name, usual.get());
      }
    }
    SwfFacts known = facts;
    return new SwfSettings(known, required.stream().filter(name -> !known.has(name)).toList());
  }

  /** {@code defaultTaskList}, or {@code defaultTaskHeartbeatTimeout}. */
  private static Optional<Object> usual(SwfFacts type, String name) {
    String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return Stream.of("default", "defaultTask")
        .flatMap(prefix -> Optional.ofNullable(type.members().get(prefix + capital)).stream())
        .findFirst();
  }

  /** Why the decision fails that asks for this; empty if everything is known. */
  Optional<String> cause() {
    return undefined.stream()
        .findFirst()
        .map(name -> name.replaceAll("(?=[A-Z])", "_").toUpperCase(Locale.ROOT))
        .map(name -> "DEFAULT_" + name + "_UNDEFINED");
  }

  /**
   * Makes sure that timeouts and priorities are numbers.
   *
   * @throws DocumentError if one is not
   */
  static void check(SwfFacts asked) {
    asked
        .members()
        .forEach(
            (name, value) -> {
              if (LIMITED.contains(name)) {
                check(name, (String) value, SECONDS);
              } else if (name.endsWith("Timeout")) {
                check(name, (String) value, TIMEOUT);
              } else if (name.endsWith("askPriority")) {
                check(name, (String) value, PRIORITY);
              }
            });
  }

  private static void check(String name, String value, Pattern form) {
    if (!form.matcher(value).matches()) {
      throw SwfFault.invalid(
          "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must satisfy regular expression pattern: %s"
              .formatted(value, name, form));
    }
  }

  /** How long something may take; empty if as long as it likes. */
  static Optional<Duration> timeout(SwfFacts facts, String name) {
    return Optional.of(facts.text(name))
        .filter(text -> !text.isEmpty() && !text.equals(UNLIMITED))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }
}
