package io.robotocore.junit5;

import io.robotocore.Emulator;
import io.robotocore.Scope;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import software.amazon.awssdk.core.SdkClient;

/**
 * What is put into parameters and fields: those of our types that carry no annotation but ours,
 * since any other would be a sign that somebody else fills them.
 *
 * @param emulator where it comes from
 */
record Injection(Emulator emulator) {

  private static final Set<Class<?>> OURS = Set.of(Account.class, Region.class, Endpoint.class);

  /** Whether a parameter or field is for us to fill. */
  static boolean isOurs(AnnotatedElement element, Class<?> type) {
    boolean known =
        type == Emulator.class
            || (type == URI.class && element.isAnnotationPresent(Endpoint.class))
            || (type.isInterface()
                && type != SdkClient.class
                && SdkClient.class.isAssignableFrom(type));
    return known && Arrays.stream(element.getAnnotations()).allMatch(Injection::isHarmless);
  }

  private static boolean isHarmless(Annotation annotation) {
    String name = annotation.annotationType().getSimpleName().toLowerCase(Locale.ROOT);
    return OURS.contains(annotation.annotationType()) || name.contains("null");
  }

  /** What a parameter or field of this type is filled with. */
  Object value(AnnotatedElement element, Class<?> type) {
    if (type == Emulator.class) {
      return emulator;
    }
    return type == URI.class
        ? emulator.endpoint()
        : client(scope(element), type.asSubclass(SdkClient.class));
  }

  private Object client(Scope scope, Class<? extends SdkClient> type) {
    return scope.client(type);
  }

  private Scope scope(AnnotatedElement element) {
    Scope scope = emulator.scope();
    Optional<Account> account = Optional.ofNullable(element.getAnnotation(Account.class));
    Optional<Region> region = Optional.ofNullable(element.getAnnotation(Region.class));
    Scope ofAccount = account.map(given -> scope.as(given.value())).orElse(scope);
    return region.map(given -> ofAccount.in(given.value())).orElse(ofAccount);
  }

  /** Fills the static fields of a test class. */
  void intoStaticFields(Class<?> testClass) {
    ReflectionSupport.findFields(
            testClass,
            field -> isOpen(field) && Modifier.isStatic(field.getModifiers()),
            HierarchyTraversalMode.TOP_DOWN)
        .forEach(field -> into(field, null));
  }

  /** Fills the fields of a test instance. */
  void intoFields(Object instance) {
    ReflectionSupport.findFields(
            instance.getClass(),
            field -> isOpen(field) && !Modifier.isStatic(field.getModifiers()),
            HierarchyTraversalMode.TOP_DOWN)
        .forEach(field -> into(field, instance));
  }

  private static boolean isOpen(Field field) {
    return !Modifier.isFinal(field.getModifiers()) && isOurs(field, field.getType());
  }

  private void into(Field field, @Nullable Object instance) {
    try {
      field.setAccessible(true);
      if (field.get(instance) == null || Modifier.isStatic(field.getModifiers())) {
        field.set(instance, value(field, field.getType()));
      }
    } catch (IllegalAccessException e) {
      throw new ExtensionConfigurationException("cannot fill the field " + field, e);
    }
  }
}
