package io.robotocore.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.robotocore.architecture.MainCode.CLASSES;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Law 6: time and chance come from the emulator, so that a test decides what they are. */
final class TimeAndChanceTest {

  /** Classes that ask the machine so that nobody else has to, by reason. */
  private static final Map<String, String> PROVIDERS =
      Map.of(
          "io.robotocore.Emulator",
          "it hands the machine's clock to the emulator's",
          "io.robotocore.service.Randomness",
          "it is the emulator's source of randomness");

  private static final Set<String> ASKS_THE_MACHINE =
      Set.of(
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system",
          "java.time.Clock.tick",
          "java.time.Clock.tickMillis",
          "java.time.Clock.tickSeconds",
          "java.time.Clock.tickMinutes",
          "java.time.InstantSource.system",
          "java.time.ZoneId.systemDefault",
          "java.util.TimeZone.getDefault",
          "java.util.Calendar.getInstance",
          "java.util.Date.<init>",
          "java.util.UUID.randomUUID",
          "java.util.Random.<init>",
          "java.util.SplittableRandom.<init>",
          "java.security.SecureRandom.<init>",
          "java.security.SecureRandom.getInstanceStrong",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.concurrent.TimeUnit.sleep",
          "java.lang.Math.random",
          "java.lang.StrictMath.random",
          "java.lang.Thread.sleep",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.getenv");

  @Test
  void law6_timeAndChance_comeFromTheEmulator() {
    noClasses()
        .that(describe("are not the providers", type -> !PROVIDERS.containsKey(outermost(type))))
        .should()
        .accessTargetWhere(
            describe("asks the machine", access -> asksTheMachine(access.getTarget())))
        .because("law 6: a test sets the clock and the seed, and everything else follows from them")
        .check(CLASSES);
  }

  private static boolean asksTheMachine(AccessTarget target) {
    String name = target.getOwner().getName() + "." + target.getName();
    return ASKS_THE_MACHINE.contains(name) || isNow(target);
  }

  /**
   * Whether this is one of the {@code now} methods of {@code java.time} that do without a clock.
   */
  private static boolean isNow(AccessTarget target) {
    return target.getOwner().getPackageName().equals("java.time")
        && target.getName().equals("now")
        && target instanceof CodeUnitAccessTarget now
        && now.getRawParameterTypes().stream()
            .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
  }

  private static String outermost(JavaClass type) {
    return type.getEnclosingClass().map(TimeAndChanceTest::outermost).orElse(type.getName());
  }
}
