package io.robotocore.junit5;

import io.robotocore.Emulator;
import io.robotocore.EmulatorBuilder;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Runs an emulator for a test class. {@link AwsEmulator} registers it; so does a field, for those
 * who want to set more:
 *
 * <pre>{@code
 * @RegisterExtension
 * static AwsEmulatorExtension aws =
 *     AwsEmulatorExtension.builder().emulator(Emulator.builder().region("eu-west-1")).build();
 * }</pre>
 */
public final class AwsEmulatorExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        InvocationInterceptor,
        TestInstancePostProcessor,
        ParameterResolver {

  private static final Namespace OURS = Namespace.create(AwsEmulatorExtension.class);
  private static final String SESSION = "session";

  private final Optional<Builder> settings;

  /** For {@link AwsEmulator}, whose attributes are the settings. */
  public AwsEmulatorExtension() {
    this.settings = Optional.empty();
  }

  private AwsEmulatorExtension(Builder settings) {
    this.settings = Optional.of(settings);
  }

  /** An extension that is set up in code. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Session session = session(context).orElseGet(() -> start(context));
    new Injection(session.emulator()).intoStaticFields(context.getRequiredTestClass());
  }

  @Override
  public void postProcessTestInstance(Object instance, ExtensionContext context) {
    session(context).ifPresent(session -> new Injection(session.emulator()).intoFields(instance));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Session session = session(context).orElseGet(() -> startForOneTest(context));
    session.begin(context.getRequiredTestClass());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Session session = required(context);
    if (context.getExecutionException().isPresent()) {
      System.err.println(context.getDisplayName() + " failed. " + session.journal());
    }
    session.end(context.getRequiredTestClass());
    if (session.belongsTo(context.getUniqueId())) {
      session.close();
    }
  }

  /** What {@code @BeforeAll} of a nested class does belongs to the baseline of that class alone. */
  @Override
  public void interceptBeforeAllMethod(
      Invocation<Void> method,
      ReflectiveInvocationContext<Method> details,
      ExtensionContext context)
      throws Throwable {
    Session session = required(context);
    Optional<Baselines> nested =
        session.baselines().filter(states -> !session.belongsTo(context.getUniqueId()));
    nested.ifPresent(states -> states.beginSetUp(context.getRequiredTestClass()));
    try {
      method.proceed();
    } finally {
      nested.ifPresent(states -> states.endSetUp(context.getRequiredTestClass()));
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    session(context).ifPresent(session -> end(session, context));
  }

  private static void end(Session session, ExtensionContext context) {
    if (session.belongsTo(context.getUniqueId())) {
      session.close();
    } else {
      session.baselines().ifPresent(states -> states.endNested(context.getRequiredTestClass()));
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return session(context).isPresent()
        && Injection.isOurs(parameter.getParameter(), parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return new Injection(required(context).emulator())
        .value(parameter.getParameter(), parameter.getParameter().getType());
  }

  /** An extension in a field that is not static lives as long as one test. */
  private Session startForOneTest(ExtensionContext context) {
    Session session = start(context);
    new Injection(session.emulator()).intoFields(context.getRequiredTestInstance());
    return session;
  }

  private Session start(ExtensionContext context) {
    Builder chosen =
        settings.orElseGet(
            () ->
                AnnotationSupport.findAnnotation(context.getRequiredTestClass(), AwsEmulator.class)
                    .map(Builder::of)
                    .orElseGet(AwsEmulatorExtension::builder));
    Session session = chosen.start(context.getUniqueId());
    context.getStore(OURS).put(SESSION, session);
    return session;
  }

  /** The session of a context or of those around it. */
  private static Optional<Session> session(ExtensionContext context) {
    return Optional.ofNullable(context.getStore(OURS).get(SESSION, Session.class));
  }

  private static Session required(ExtensionContext context) {
    return session(context)
        .orElseThrow(
            () -> new IllegalStateException("no emulator runs for " + context.getDisplayName()));
  }

  /**
   * How an extension is set up in code. Each method changes one setting and gives the builder back.
   */
  public static final class Builder {

    private EmulatorBuilder emulator = Emulator.builder();
    private Reset reset = Reset.BEFORE_EACH;
    private boolean systemProperties;

    private Builder() {}

    private static Builder of(AwsEmulator annotation) {
      EmulatorBuilder emulator =
          Emulator.builder()
              .account(annotation.account())
              .region(annotation.region())
              .transport(annotation.transport())
              .signatures(annotation.signatures())
              .strict(annotation.strict())
              .transitionTime(Duration.parse(annotation.transitionTime()));
      for (long seed : annotation.seed()) {
        emulator.seed(seed);
      }
      return new Builder()
          .emulator(emulator)
          .reset(annotation.reset())
          .systemProperties(annotation.systemProperties());
    }

    /** How the emulator itself is set up. */
    public Builder emulator(EmulatorBuilder settings) {
      emulator = settings;
      return this;
    }

    /** When the state goes back to the baseline. */
    public Builder reset(Reset when) {
      reset = when;
      return this;
    }

    /** Whether SDK clients without an endpoint are led to the emulator, see {@link AwsEmulator}. */
    public Builder systemProperties(boolean lead) {
      systemProperties = lead;
      return this;
    }

    /** The extension. */
    public AwsEmulatorExtension build() {
      return new AwsEmulatorExtension(this);
    }

    private Session start(String owner) {
      if (systemProperties) {
        SystemProperties.checkFree();
      }
      Emulator started = emulator.start();
      SystemProperties properties =
          systemProperties ? SystemProperties.leadingTo(started) : SystemProperties.untouched();
      Optional<Baselines> baselines =
          reset == Reset.NEVER ? Optional.empty() : Optional.of(new Baselines(started));
      return new Session(started, owner, baselines, properties);
    }
  }
}
