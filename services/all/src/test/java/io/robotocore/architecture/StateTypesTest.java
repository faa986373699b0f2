package io.robotocore.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static io.robotocore.architecture.MainCode.CLASSES;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Law 7: what a snapshot holds is values. */
final class StateTypesTest {
  private static final String BECAUSE =
      "law 7: a snapshot copies references, so what they lead to must neither change nor act";

  private static final String STATE = "io.robotocore.state.State";

  private static final Set<String> STATE_IS_BUILT_OF =
      Set.of(
          "io.robotocore.state.Blob", "io.robotocore.state.Table", "io.robotocore.state.Timetable");

  /** What acts, although it is a record or an interface. */
  private static final Set<String> ACTORS =
      Set.of("io.robotocore.service.Call", "io.robotocore.service.World");

  /** Our own classes in states that are neither records nor enums, by reason. */
  private static final Map<String, String> ALSO_VALUES = Map.of();

  private static final Set<String> FOREIGN_VALUES =
      Set.of(
          "java.lang.Boolean",
          "java.lang.Character",
          "java.lang.Comparable",
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Integer",
          "java.lang.Iterable",
          "java.lang.Long",
          "java.lang.Object",
          "java.lang.Short",
          "java.lang.String",
          "java.net.URI",
          "java.util.Collection",
          "java.util.List",
          "java.util.Locale",
          "java.util.Map",
          "java.util.Optional",
          "java.util.OptionalDouble",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.Set",
          "java.util.SortedMap",
          "java.util.SortedSet",
          "java.util.UUID",
          "software.amazon.awssdk.core.SdkBytes",
          "software.amazon.awssdk.core.SdkPojo");

  @Test
  void law7_states_holdValues() {
    Set<JavaClass> reached = reachedFromStates();

    fields()
        .that()
        .areNotStatic()
        .and()
        .areDeclaredInClassesThat(describe("are reached from a state", reached::contains))
        .should(holdValues())
        .because(BECAUSE)
        .check(CLASSES);
  }

  @Test
  void law7_states_reachRecordsAndEnums() {
    Set<JavaClass> reached = reachedFromStates();

    classes()
        .that(describe("are reached from a state", reached::contains))
        .should(beRecordsOrEnums())
        .because(BECAUSE)
        .check(CLASSES);
  }

  private static Set<JavaClass> reachedFromStates() {
    Deque<JavaClass> open = new ArrayDeque<>();
    CLASSES.stream().filter(StateTypesTest::isState).forEach(open::add);
    Set<JavaClass> reached = new HashSet<>(open);
    while (!open.isEmpty()) {
      involved(open.remove()).filter(reached::add).forEach(open::add);
    }
    return reached;
  }

  /** Our own types that the fields of a type are made of, and its subtypes. */
  private static Stream<JavaClass> involved(JavaClass type) {
    Stream<JavaClass> ofFields =
        type.getFields().stream()
            .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
            .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
            .filter(StateTypesTest::isOurs);
    return isOurValue(type) || isState(type)
        ? Stream.concat(ofFields, type.getSubclasses().stream())
        : Stream.empty();
  }

  private static ArchCondition<JavaField> holdValues() {
    return new ArchCondition<>("hold values") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        List<String> others =
            field.getType().getAllInvolvedRawTypes().stream()
                .filter(type -> !isOurs(type) && !isForeignValue(type))
                .map(JavaClass::getName)
                .sorted()
                .toList();
        String message = field.getDescription() + " is made of " + others;
        events.add(new SimpleConditionEvent(field, others.isEmpty(), message));
      }
    };
  }

  private static ArchCondition<JavaClass> beRecordsOrEnums() {
    return new ArchCondition<>("be records or enums") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String message = type.getName() + " is a class and part of a state";
        events.add(new SimpleConditionEvent(type, isOurValue(type) || isState(type), message));
      }
    };
  }

  private static boolean isState(JavaClass type) {
    return type.isAssignableTo(STATE) && !type.getName().equals(STATE);
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith("io.robotocore")
        && !STATE_IS_BUILT_OF.contains(type.getName())
        && !ACTORS.contains(type.getName());
  }

  private static boolean isOurValue(JavaClass type) {
    return type.isRecord()
        || type.isEnum()
        || type.isInterface()
        || ALSO_VALUES.containsKey(type.getName());
  }

  private static boolean isForeignValue(JavaClass type) {
    String from = type.getPackageName();
    return type.isPrimitive()
        || FOREIGN_VALUES.contains(type.getName())
        || STATE_IS_BUILT_OF.contains(type.getName())
        || (from.equals("java.time") && !type.getName().equals("java.time.Clock"))
        || from.equals("java.math")
        || from.equals("org.pcollections")
        || from.equals("software.amazon.awssdk.core.document")
        || from.matches("software\\.amazon\\.awssdk\\.services\\..*\\.model");
  }
}
