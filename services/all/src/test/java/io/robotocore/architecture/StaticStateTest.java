package io.robotocore.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static io.robotocore.architecture.MainCode.CLASSES;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Law 5: many emulators live in one JVM, side by side. */
final class StaticStateTest {

  /** Static fields that change and are shared on purpose, by reason. */
  private static final Map<String, String> SHARED =
      Map.of(
          "io.robotocore.http.SharedWorker.WORKER",
          "one pool of I/O threads per JVM, which remember nothing of a call",
          "io.robotocore.http.SharedWorker.BUFFERS",
          "one pool of buffers per JVM, which are empty when they are taken");

  private static final Set<String> CHANGING =
      Set.of(
          "java.lang.ThreadLocal",
          "java.lang.StringBuilder",
          "java.text.SimpleDateFormat",
          "java.util.ArrayDeque",
          "java.util.ArrayList",
          "java.util.BitSet",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.IdentityHashMap",
          "java.util.LinkedHashMap",
          "java.util.LinkedHashSet",
          "java.util.PriorityQueue",
          "java.util.Properties",
          "java.util.Random",
          "java.util.TreeMap",
          "java.util.TreeSet",
          "java.util.WeakHashMap");

  @Test
  void law5_staticFields_areFinal() {
    fields()
        .that()
        .areStatic()
        .should()
        .beFinal()
        .because("law 5: what one emulator sets, no other may see")
        .check(CLASSES);
  }

  @Test
  void law5_staticFields_holdNothingThatChanges() {
    fields()
        .that()
        .areStatic()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .and(
            describe(
                "are not shared on purpose", field -> !SHARED.containsKey(field.getFullName())))
        .should(holdNothingThatChanges())
        .because("law 5: what one emulator remembers, no other may see")
        .check(CLASSES);
  }

  private static ArchCondition<JavaField> holdNothingThatChanges() {
    return new ArchCondition<>("hold nothing that changes") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        String message = field.getDescription() + " is of type " + field.getRawType().getName();
        events.add(new SimpleConditionEvent(field, !changes(field), message));
      }
    };
  }

  /** Whether the declared type says so; a map or list may still hide what changes. */
  private static boolean changes(JavaField field) {
    JavaClass type = field.getRawType();
    return CHANGING.contains(type.getName())
        || (type.getPackageName().startsWith("java.util.concurrent") && !type.isEnum())
        || (type.isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE))
        || type.isAssignableTo("io.robotocore.state.State")
        || type.isAssignableTo("org.xnio.XnioWorker")
        || type.isAssignableTo("io.undertow.connector.ByteBufferPool");
  }
}
