package io.robotocore.architecture;

import static io.robotocore.architecture.MainCode.CLASSES;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Law 13: users have an SDK of their own, maybe an older one. Run against the oldest that is
 * supported, this finds what would end there as a {@link NoSuchMethodError}. Operations as a whole
 * may be newer: such a user cannot call them, and other clients are told that they are missing.
 */
final class LinkageTest {

  private static final String SDK = "software.amazon.awssdk.";

  private static final Set<String> OF_EVERY_OBJECT =
      Arrays.stream(Object.class.getMethods()).map(Method::getName).collect(toSet());

  /** Classes that are loaded by newer operations only, by reason. */
  private static final Map<String, String> NEWER =
      Map.of("io.robotocore.services.sts.TokenError", "has the errors of GetWebIdentityToken");

  private static final Map<String, Boolean> MODULES = new ConcurrentHashMap<>();

  @Test
  void law13_membersOfTheSdk_areThere() {
    List<String> calls =
        codeUnits()
            .flatMap(unit -> unit.getAccessesFromSelf().stream())
            .filter(access -> isOfTheSdk(access.getTargetOwner()) && isMissing(access))
            .map(JavaAccess::getDescription)
            .toList();
    List<String> literals =
        codeUnits()
            .flatMap(unit -> unit.getReferencedClassObjects().stream())
            .filter(named -> isOfTheSdk(named.getRawType()) && isMissing(named.getRawType()))
            .map(ReferencedClassObject::toString)
            .toList();

    assertThat(codeUnits()).isNotEmpty();
    assertThat(Stream.concat(calls.stream(), literals.stream()))
        .as("law 13: what an older SDK lacks is reached through io.robotocore.service.Members")
        .isEmpty();
  }

  /** Our code, but for what can only be called with what the SDK at hand lacks. */
  private static Stream<JavaCodeUnit> codeUnits() {
    return CLASSES.stream()
        .filter(type -> !NEWER.containsKey(type.getName()))
        .flatMap(type -> type.getCodeUnits().stream())
        .filter(
            unit ->
                Stream.concat(
                        unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                    .noneMatch(type -> isOfTheSdk(type) && isMissing(type)));
  }

  /** Whether a type belongs to a module of the SDK that is there: modules may be left out. */
  private static boolean isOfTheSdk(JavaClass type) {
    String name = type.getBaseComponentType().getName();
    return name.startsWith(SDK) && MODULES.computeIfAbsent(module(name), LinkageTest::isThere);
  }

  /**
   * The package that nobody else but its module has: {@code software.amazon.awssdk.services.sqs}.
   */
  private static String module(String type) {
    String[] parts = type.split("\\.");
    int length = type.startsWith(SDK + "services.") ? 5 : 4;
    return String.join("/", List.of(parts).subList(0, length));
  }

  private static boolean isThere(String module) {
    return LinkageTest.class.getClassLoader().getResource(module) != null;
  }

  /** What every object has, its interface has too. */
  private static boolean isMissing(JavaAccess<?> access) {
    return isMissing(access.getTargetOwner())
        || (access.getTarget().resolveMember().isEmpty()
            && !OF_EVERY_OBJECT.contains(access.getTarget().getName()));
  }

  private static boolean isMissing(JavaClass type) {
    return type.getBaseComponentType().getSource().isEmpty();
  }
}
