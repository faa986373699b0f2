package io.robotocore.laws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

/**
 * Tells from bytecode whether a test method asserts something, itself or in test code that it
 * calls.
 */
final class AssertionSearch {
  private final Map<String, Optional<TestCode>> classes = new ConcurrentHashMap<>();

  boolean reachableFrom(Method test) {
    Invocation start =
        new Invocation(
            Type.getInternalName(test.getDeclaringClass()),
            test.getName(),
            Type.getMethodDescriptor(test));
    Deque<Invocation> open = new ArrayDeque<>(List.of(start));
    Set<Invocation> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      for (Invocation next : invocationsOf(open.remove())) {
        if (next.asserts()) {
          return true;
        }
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    return false;
  }

  /**
   * What a method invokes; nothing if neither its class nor one it inherits from there is test
   * code.
   */
  private List<Invocation> invocationsOf(Invocation method) {
    Optional<TestCode> owner = classes.computeIfAbsent(method.owner(), AssertionSearch::testCode);
    if (owner.isEmpty()) {
      return List.of();
    }
    List<Invocation> declared = owner.get().invocations().get(method.name() + method.descriptor());
    if (declared != null) {
      return declared;
    }
    return owner.get().parents().stream()
        .flatMap(
            parent ->
                invocationsOf(new Invocation(parent, method.name(), method.descriptor())).stream())
        .toList();
  }

  private static Optional<TestCode> testCode(String internalName) {
    URL url = AssertionSearch.class.getClassLoader().getResource(internalName + ".class");
    if (url == null
        || !(url.getPath().contains("/test-classes/") || url.getPath().contains("-tests.jar!"))) {
      return Optional.empty();
    }
    try (InputStream bytes = url.openStream()) {
      return Optional.of(TestCode.of(new ClassReader(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
