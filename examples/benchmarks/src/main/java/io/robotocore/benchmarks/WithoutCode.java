package io.robotocore.benchmarks;

import io.robotocore.service.ServiceProvider;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.function.Supplier;

/** A class path on which no service has code, so that all are served from their models. */
final class WithoutCode extends ClassLoader {

  private static final String PROVIDERS = "META-INF/services/" + ServiceProvider.class.getName();

  private WithoutCode(ClassLoader parent) {
    super(parent);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.equals(PROVIDERS) ? Collections.emptyEnumeration() : super.getResources(name);
  }

  /** Does something on that class path. */
  static <T> T during(Supplier<T> action) {
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    thread.setContextClassLoader(new WithoutCode(usual));
    try {
      return action.get();
    } finally {
      thread.setContextClassLoader(usual);
    }
  }
}
